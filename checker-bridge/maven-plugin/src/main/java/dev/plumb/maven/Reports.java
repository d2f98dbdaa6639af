package dev.plumb.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a command leaves for the build to read.
 *
 * @param root that paths are relative to
 * @param folder of this command's reports
 */
record Reports(Path root, Path folder, String command) {
    private static final String INDEX = "index.html";
    private static final Pattern PAGE = Pattern.compile("  see (.*page\\.html)");
    private static final int RESULTS_MAX = 6;
    private static final int LINES_MAX = 8;
    private static final int WIDTH_MAX = 240;

    /** What an earlier build has left says nothing of this one. */
    void forget() {
        try {
            Files.deleteIfExists(junit());
            Files.deleteIfExists(root.resolve(folder).resolve(INDEX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a red build says, in at most ten lines: which results are not as expected, and where to see why. */
    String failure(Fork.Ended ended) {
        List<JUnitReport.Suite> all = JUnitReport.read(junit());
        List<JUnitReport.Suite> red =
                all.stream().filter(JUnitReport.Suite::isRed).toList();
        if (red.isEmpty()) {
            return end(ended);
        }
        List<String> lines = new ArrayList<>();
        lines.add(red.size() + " of " + all.size() + (all.size() == 1 ? " result is" : " results are")
                + " not as expected:");
        red.stream().limit(RESULTS_MAX).forEach(each -> lines.add("  " + clip(each.name() + ": " + each.why())));
        if (red.size() > RESULTS_MAX) {
            lines.add("  … and " + (red.size() - RESULTS_MAX) + " more");
        }
        page(ended).ifPresent(page -> lines.add("See " + page));
        return String.join("\n", lines);
    }

    private Path junit() {
        return root.resolve(folder).resolve(command + "-junit.xml");
    }

    /** The page of all results, else that of the only one. */
    private Optional<String> page(Fork.Ended ended) {
        Path index = folder.resolve(INDEX);
        return Files.exists(root.resolve(index))
                ? Optional.of(index.toString())
                : ended.lines().stream()
                        .map(PAGE::matcher)
                        .filter(Matcher::matches)
                        .map(see -> see.group(1))
                        .findFirst();
    }

    /** Where there are no results, the end says what is wrong. */
    private String end(Fork.Ended ended) {
        List<String> said =
                ended.lines().stream().filter(line -> !line.isBlank()).toList();
        Stream<String> last =
                said.stream().skip(Math.max(0, said.size() - LINES_MAX)).map(Reports::clip);
        return Stream.concat(Stream.of("plumb " + command + " ended with exit code " + ended.exitCode() + ":"), last)
                .reduce((above, below) -> above + "\n" + below)
                .orElseThrow();
    }

    private static String clip(String line) {
        return line.length() <= WIDTH_MAX ? line : line.substring(0, WIDTH_MAX - 1) + "…";
    }
}
