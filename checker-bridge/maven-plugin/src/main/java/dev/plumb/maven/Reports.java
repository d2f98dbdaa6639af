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

/**
 * What a command leaves for the build to read.
 *
 * @param root that paths are relative to
 * @param folder of this command's reports
 */
record Reports(Path root, Path folder, String command) {
    private static final String INDEX = "index.html";
    private static final Pattern PAGE = Pattern.compile("  see (.*page\\.html)");
    private static final int EXPECTATION_DIFFERS = 5;
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

    /** Where there are no results, what was printed says what is wrong: at the end, unless all was done. */
    private String end(Fork.Ended ended) {
        List<String> said =
                ended.lines().stream().filter(line -> !line.isBlank()).toList();
        List<String> why = ended.exitCode() == EXPECTATION_DIFFERS
                ? headlines(said)
                : said.subList(Math.max(0, said.size() - LINES_MAX), said.size());
        List<String> lines = new ArrayList<>();
        lines.add("plumb " + command + " ended with exit code " + ended.exitCode() + ":");
        why.forEach(line -> lines.add(clip(line)));
        return String.join("\n", lines);
    }

    /** What is indented only explains them. */
    private static List<String> headlines(List<String> said) {
        List<String> all = said.stream().filter(line -> !line.startsWith(" ")).toList();
        List<String> first = new ArrayList<>(all.subList(0, Math.min(all.size(), LINES_MAX)));
        if (all.size() > LINES_MAX) {
            first.set(LINES_MAX - 1, "… and " + (all.size() - LINES_MAX + 1) + " more");
        }
        return first;
    }

    private static String clip(String line) {
        return line.length() <= WIDTH_MAX ? line : line.substring(0, WIDTH_MAX - 1) + "…";
    }
}
