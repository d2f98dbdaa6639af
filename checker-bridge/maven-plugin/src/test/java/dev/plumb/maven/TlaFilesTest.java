package dev.plumb.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.traces.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlaFilesTest {
    @TempDir
    Path folder;

    private Path from;
    private Path to;

    private void write(String file) throws IOException {
        from = folder.resolve("from");
        to = folder.resolve("to");
        Files.createDirectories(from.resolve(file).resolveSibling(""));
        Files.writeString(from.resolve(file), file);
    }

    private String files(Path of) {
        return TlaFiles.below(of, Pattern.compile(".*")).stream()
                .map(file -> of.relativize(file).toString().replace('\\', '/'))
                .toList()
                .toString();
    }

    @Test
    void modules_models_and_manifests_are_copied_and_nothing_else() throws IOException {
        write("a/Lease.tla");
        write("a/Lease.cfg");
        write("a/manifest.json");
        write("a/Lease.pdf");
        write("notes.json");
        TlaFiles.mirror(from, to);
        assertThat(files(to)).isEqualTo("[a/Lease.cfg, a/Lease.tla, a/manifest.json]");
    }

    @Test
    void what_has_gone_goes_what_is_the_same_keeps_its_time_and_what_is_new_is_there() throws IOException {
        write("Same.tla");
        write("Gone.tla");
        write("New.tla");
        TlaFiles.mirror(from, to);
        FileTime long_ago = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(to.resolve("Same.tla"), long_ago);
        Files.delete(from.resolve("Gone.tla"));
        Files.writeString(from.resolve("New.tla"), "changed");
        TlaFiles.mirror(from, to);
        assertThat(files(to)).isEqualTo("[New.tla, Same.tla]");
        assertThat(to.resolve("New.tla")).hasContent("changed");
        assertThat(Files.getLastModifiedTime(to.resolve("Same.tla"))).isEqualTo(long_ago);
    }

    @Test
    void a_jar_s_modules_are_unpacked_unless_one_would_get_out_of_the_folder() throws IOException {
        Path unpacked = folder.resolve("x/y/unpacked");
        TlaFiles.unpack(jar("META-INF/tla/a/Lease.tla", "Other.tla"), unpacked);
        assertThat(files(unpacked)).isEqualTo("[a/Lease.tla]");
        Path evil = jar("META-INF/tla/../../../Evil.tla");
        assertThat(catchThrowableOfType(Problem.class, () -> TlaFiles.unpack(evil, unpacked))
                        .code())
                .isEqualTo("PLUMB-M18");
        assertThat(files(folder.resolve("x"))).isEqualTo("[y/unpacked/a/Lease.tla]");
    }

    @Test
    void a_jar_without_modules_leaves_nothing_and_what_is_no_jar_is_told() throws IOException {
        Path unpacked = folder.resolve("unpacked");
        TlaFiles.unpack(jar("Other.tla"), unpacked);
        assertThat(unpacked).doesNotExist();
        Path torn = Files.writeString(folder.resolve("torn.jar"), "no jar");
        assertThat(catchThrowableOfType(Problem.class, () -> TlaFiles.unpack(torn, unpacked))
                        .code())
                .isEqualTo("PLUMB-M18");
    }

    private Path jar(String... entries) throws IOException {
        Path file = folder.resolve("modules.jar");
        try (OutputStream bytes = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(bytes)) {
            for (String entry : entries) {
                jar.putNextEntry(new JarEntry(entry));
                jar.write(entry.getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        return file;
    }
}
