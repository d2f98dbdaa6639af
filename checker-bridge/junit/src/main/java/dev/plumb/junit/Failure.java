package dev.plumb.junit;

import dev.plumb.traces.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/** What a failing test says. */
final class Failure {
    /** As much as one sees of a failure without scrolling. */
    private static final int LINES_MAX = 20;

    private Failure() {}

    /**
     * A failure that explains itself in so many lines, and links the page that explains all.
     *
     * @param remarks that are said in any case
     */
    static AssertionFailedError of(String report, List<String> remarks, Path folder, String page) {
        Path written = write(folder.resolve("page.html"), page);
        List<String> story = report.stripTrailing().lines().toList();
        int room = LINES_MAX - remarks.size() - 1;
        List<String> lines = new ArrayList<>();
        if (story.size() <= room) {
            lines.addAll(story);
        } else {
            lines.addAll(story.subList(0, room - 1));
            lines.add("  … " + (story.size() - room + 1) + " more lines on the page");
        }
        lines.addAll(remarks);
        lines.add("  see " + written.toUri());
        return new AssertionFailedError(String.join("\n", lines));
    }

    /** What does something with the user's input, where a mistake in that is told as a failure and without a stack of ours. */
    static <T> T orTold(Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem mistake) {
            throw new AssertionFailedError(mistake.text());
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
