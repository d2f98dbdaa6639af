package dev.plumb.maven;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MavenProblemsTest {
    @Test
    void every_message_is_pinned() throws IOException {
        String all = Stream.of(
                        MavenProblems.noSuchModel(List.of("MCLeese"), List.of("MCLease", "MCLease_Hasty")),
                        MavenProblems.noModels(List.of("src/main/tla")),
                        MavenProblems.noModels(List.of()),
                        MavenProblems.noTraces("target/traces"),
                        MavenProblems.noSuchFolder(Path.of("src/tla")),
                        MavenProblems.whichModel(List.of("MCLease", "MCLease_Hasty")),
                        MavenProblems.severalTlcs(List.of(Path.of("a/tla2tools.jar"), Path.of("b/tla2tools.jar"))),
                        MavenProblems.javaDoesNotStart(Path.of("/opt/jdk/bin/java"), "No such file or directory"),
                        MavenProblems.cannotCopy(Path.of("target/classes/META-INF/tla"), "No space left on device"),
                        MavenProblems.cannotWrite(Path.of("target/plumb/plumb"), "No space left on device"))
                .map(Problem::text)
                .collect(joining("\n", "", "\n"));
        Path golden = Path.of("src/test/golden/problems.txt");
        if ("update".equals(System.getProperty("plumb.golden"))) {
            Files.createDirectories(golden.resolveSibling(""));
            Files.writeString(golden, all);
        }
        assertThat(golden).content().isEqualTo(all);
    }
}
