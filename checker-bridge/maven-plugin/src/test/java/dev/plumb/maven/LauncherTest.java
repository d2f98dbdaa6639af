package dev.plumb.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir
    Path folder;

    @Test
    void calls_java_with_the_same_words_and_environment_whatever_is_in_them() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        Path java =
                Files.writeString(folder.resolve("it's java"), "#!/bin/sh\nprintf '<%s>' \"$PLUMB_LIBRARY\" \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Path script = folder.resolve("a b/plumb");
        Launcher.write(script, new Fork(java, List.of("-cp", "$x;y"), folder, Map.of("PLUMB_LIBRARY", "a b:c")));
        Process run = new ProcessBuilder(script.toString(), "check", "my models").start();
        assertThat(run.inputReader().readLine())
                .isEqualTo("<a b:c><-cp><$x;y><-Dplumb.command=" + script + "><dev.plumb.cli.Main><check><my models>");
        assertThat(run.waitFor()).isZero();
    }
}
