package dev.plumb.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Problem;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CliProblemsTest {
    private static Stream<Problem> all() {
        return Stream.of(
                CliProblems.traceNamesNoSpec("run-7"),
                CliProblems.cannotBeUnderstood("Unknown option: '--jsn'.", List.of("--json"), "plumb check"),
                CliProblems.cannotWrite(Path.of("plumb-out"), "AccessDeniedException"),
                CliProblems.allModelsAreSlow("specs/lease"),
                CliProblems.noSuchLibrary(Path.of("tla"), CommonOptions.LIBRARY),
                CliProblems.javaIsTooOld("11.0.2"),
                CliProblems.folderCannotBeWritten(
                        Path.of("plumb-out"), "AccessDeniedException", "Name another one with --out."),
                CliProblems.diskIsFull(Path.of("plumb-out"), "12 MB", "Name another one with --out."),
                CliProblems.jvmCannotBeStarted(Path.of("jre/bin/java")),
                CliProblems.expectsInCi(),
                CliProblems.noModelToMutate("specs/lease"),
                CliProblems.cannotUnpack(Path.of(".cache/plumb/specs"), "AccessDeniedException"),
                StrengthProblems.cannotWriteWitness(Path.of("run-7.itf.json"), "NoSuchFileException"));
    }

    @Test
    void every_message_is_pinned() throws IOException {
        Golden.check("cli-problems", all().map(Problem::text).collect(joining("\n\n", "", "\n")));
    }

    @Test
    void each_factory_has_a_code_of_its_own_and_is_in_the_golden_file() {
        long factories = Stream.of(CliProblems.class, StrengthProblems.class)
                .flatMap(topic -> Arrays.stream(topic.getDeclaredMethods()))
                .filter(method -> method.getReturnType() == Problem.class && !Modifier.isPrivate(method.getModifiers()))
                .count();
        assertThat(all().map(Problem::code).distinct().count()).isEqualTo(factories);
    }
}
