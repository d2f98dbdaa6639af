package dev.plumb.simulation.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;

/** Printed text that is pinned by a file; {@code -Dplumb.golden=update} writes the files anew. */
final class Golden {
    private Golden() {}

    static void check(String name, String actual) throws IOException {
        java.nio.file.Path file = java.nio.file.Path.of("src/test/golden", name);
        if ("update".equals(System.getProperty("plumb.golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
