package dev.plumb.junit;

import dev.plumb.traces.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.opentest4j.AssertionFailedError;

/** What a failing test says. */
final class Failure {
    private Failure() {}

    /**
     * A failure that explains itself, and links the page that explains all.
     *
     * @param story that names the page, of which it is given the address
     */
    static AssertionFailedError of(UnaryOperator<String> story, Path folder, String page) {
        Path written = write(folder.resolve("page.html"), page);
        return new AssertionFailedError(story.apply(written.toUri().toString()).stripTrailing());
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
