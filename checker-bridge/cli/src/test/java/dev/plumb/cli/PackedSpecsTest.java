package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.traces.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedSpecsTest {
    private static final String LEASE = "META-INF/tla/lock/lease/Lease.tla";

    @TempDir
    Path folder;

    private Path jar(String entry, String text) throws IOException {
        Path file = folder.resolve("plumb.jar");
        try (OutputStream bytes = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Path home(String text) throws IOException {
        return PackedSpecs.home(jar(LEASE, text), folder.resolve("cache")).orElseThrow();
    }

    @Test
    void are_found_as_files_and_made_once() throws IOException {
        Path home = home("first");
        Path lease = home.resolve("specs/lock/lease/Lease.tla");
        assertThat(lease).content().isEqualTo("first");
        Files.writeString(lease, "touched");
        assertThat(home("first")).isEqualTo(home);
        assertThat(lease).content().isEqualTo("touched");
        assertThat(home("second")).isNotEqualTo(home);
        try (Stream<Path> all = Files.list(folder.resolve("cache"))) {
            assertThat(all).hasSize(2);
        }
    }

    @Test
    void a_jar_without_any_has_no_home() throws IOException {
        assertThat(PackedSpecs.home(jar("dev/plumb/A.class", ""), folder.resolve("cache")))
                .isEmpty();
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void a_cache_that_is_no_folder_is_told() throws IOException {
        Path jar = jar(LEASE, "");
        assertThat(catchThrowableOfType(Problem.class, () -> PackedSpecs.home(jar, jar))
                        .code())
                .isEqualTo("PLUMB-M20");
    }
}
