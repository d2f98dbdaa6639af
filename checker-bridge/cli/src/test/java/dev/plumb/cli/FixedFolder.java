package dev.plumb.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * A temporary folder with a path of the same length every time, as text is wrapped by it. Two JVMs may run tests at a time,
 * each with a folder of its own.
 */
final class FixedFolder implements TempDirFactory {
    private static final String JVM = System.getProperty("plumb.fork", "0");

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        return Files.createDirectory(Path.of("target", "t-" + JVM));
    }
}
