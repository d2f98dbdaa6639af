package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Problem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommonOptionsTest {
    @TempDir
    Path folder;

    @Test
    void reads_folders_of_a_library_from_the_environment() throws Exception {
        Path a = Files.createDirectory(folder.resolve("a"));
        Path b = Files.createDirectory(folder.resolve("b"));
        assertThat(CommonOptions.library(a + File.pathSeparator + b)).containsExactly(a, b);
        assertThat(CommonOptions.library(null)).isEmpty();
    }

    @Test
    void does_not_check_without_a_library_that_is_not_there() {
        assertThatThrownBy(() -> CommonOptions.library(folder.resolve("c").toString()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("PLUMB_LIBRARY names");
    }
}
