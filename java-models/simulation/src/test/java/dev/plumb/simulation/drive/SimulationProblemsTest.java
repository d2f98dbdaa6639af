package dev.plumb.simulation.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.simulation.Message;
import dev.plumb.simulation.explore.StepFailure;
import dev.plumb.simulation.world.Chooser.Choice;
import dev.plumb.simulation.world.Fault;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulationProblemsTest {
    private static final Path FILE = Path.of("failures/twophase-0123456789.json");

    private static Stream<Problem> all() {
        return Stream.of(
                SimulationProblems.noSuchProtocol("threephase", List.of("paxos", "twophase")),
                SimulationProblems.noSuchBug("twophase", "lazy", List.of("hasty-commit")),
                SimulationProblems.noSuchFault("fire:1", List.of("crash", "loss")),
                SimulationProblems.notAFailure(FILE, "it has no field steps"),
                SimulationProblems.choiceDoesNotFit(7, 4, Choice.WHICH_FAULT, 3),
                SimulationProblems.failsNoLonger(FILE, "invariant Consistent is violated", "all is well"),
                SimulationProblems.nodeHasGone("r1", "Error: Could not find or load main class"),
                SimulationProblems.tooFew("--nodes", 0, 1),
                SimulationProblems.notAFolder("--out", Path.of("notes.txt"), "/home/ada/notes.txt is a file"),
                SimulationProblems.failureOfOtherVersion(FILE, "2", 1),
                SimulationProblems.faultNamedTwice(Fault.CRASH),
                SimulationProblems.withoutEffect("--spec-to-code", "--no-refinement"),
                SimulationProblems.notFoundOut("sequential", "the budget of 10,000,000 steps"),
                SimulationProblems.handlerThrows(
                        new StepFailure("r1 gets Prepare[tx=tx-1] from tm", new IllegalStateException("not now"))),
                SimulationProblems.faultCannotHappen(Fault.DRIFT, "nothing takes time in this world"),
                SimulationProblems.answerIsNone(new Get(), new Got()),
                SimulationProblems.noBehaviour("MCTwoPhase.cfg"),
                SimulationProblems.modelOfAnotherSpec("MCPaxos.cfg", "TwoPhase", List.of("MCTwoPhase.cfg")));
    }

    record Get() implements Message {}

    record Got() implements Message {}

    @Test
    void messages_are_as_they_were() throws IOException {
        String actual = all().map(Problem::text).collect(Collectors.joining("\n\n", "", "\n"));
        Path golden = Path.of("src/test/golden/problems.txt");
        if ("update".equals(System.getProperty("plumb.golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    @Test
    void each_factory_has_a_code_of_its_own_and_is_in_the_golden_file() {
        long factories = Arrays.stream(SimulationProblems.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Problem.class && !Modifier.isPrivate(method.getModifiers()))
                .count();
        assertThat(all().map(Problem::code).distinct().count()).isEqualTo(factories);
    }
}
