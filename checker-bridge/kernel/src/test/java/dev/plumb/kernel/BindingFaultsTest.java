package dev.plumb.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.Steps;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a binding is told before anything is searched. */
class BindingFaultsTest {
    @TempDir
    private Path folder;

    private LoadedSpec load(String... definitions) {
        try {
            String text =
                    "---- MODULE FaultyBinding ----\nEXTENDS Actions\n" + String.join("\n", definitions) + "\n====\n";
            Path binding = Files.writeString(folder.resolve("FaultyBinding.tla"), text);
            SpecSource source = new SpecSource(
                    Fixture.FOLDER.resolve("Actions.tla"), List.of(), Fixture.ACTIONS, Optional.of(binding));
            return Kernel.load(source, TlcJar.find());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String told(String... definitions) {
        return catchThrowableOfType(Problem.class, () -> load(definitions))
                .text()
                .replace(folder.toString(), "specs");
    }

    @Test
    void faults_are_told_with_their_place() throws IOException {
        String all = Stream.of(
                        told("OnSent(e) == Sned(e.args.n)"),
                        told("OnSent(e) == Send(e.args.n"),
                        told("OnSent(n, by) == Inc(n, by)"),
                        told("OnSent == Clear"),
                        told("OnSent(e) == [](Len(log) < e.args.n)"),
                        told("OnSent(e) == LET n == e.arg.n IN Send(n)"),
                        told("OnSent_1(e) == Clear", "OnSent_3(e) == Clear"),
                        told("OnSent_2(e) == Clear"),
                        told("OnSent(e) == Clear", "OnSent_1(e) == Clear"),
                        told("Silent(n) == Send(n)"),
                        told("Silent == Clear", "SilentSteps == {}"),
                        told("Silent == Clear", "SilentSteps == Limit - 3"),
                        told("Inc(n) == Clear"))
                .collect(Collectors.joining("\n\n", "", "\n"));
        Golden.check("rejected-bindings.txt", all);
    }

    @Test
    void operators_of_other_names_are_the_users() {
        try (LoadedSpec spec = load("Only(a, b) == a", "OnSent(e) == Send(Only(e.args.n, 1))", "Once == 1")) {
            assertThat(spec.binding().orElseThrow().events()).containsExactly("Sent");
        }
    }

    @Test
    void that_a_step_cannot_be_found_in_Next_is_an_error_and_no_verdict() throws IOException {
        Files.writeString(folder.resolve("Counter.tla"), """
                ---- MODULE Counter ----
                EXTENDS Naturals
                VARIABLE x
                Init == x = 0
                Set(n) == x' = n
                Next == \\E n \\in Nat : Set(n)
                ====
                """);
        Path binding = Files.writeString(folder.resolve("CounterBinding.tla"), """
                ---- MODULE CounterBinding ----
                EXTENDS Counter
                OnNamed(e) == Set(e.args.n)
                OnChanged(e) == x' = e.args.n
                ====
                """);
        SpecSource source =
                new SpecSource(folder.resolve("Counter.tla"), List.of(), Fixture.BEHAVIOUR, Optional.of(binding));
        try (LoadedSpec spec = Kernel.load(source, TlcJar.find())) {
            assertThat(steps(spec, "named").successors()).hasSize(1);
            assertThat(steps(spec, "changed").successors()).isEmpty();
            assertThat(steps(spec, "changed").errors())
                    .singleElement()
                    .asString()
                    .contains("Counter.tla:6:9");
        }
    }

    private static Steps steps(LoadedSpec spec, String action) {
        Seen seen = Seen.action(action).with("n", 7);
        return spec.steps(Fixture.initial(spec), spec.observe(seen.event()));
    }

    @Test
    void an_argument_that_TLC_cannot_have_is_told_with_the_event() {
        TlaValue mixed = TlaValue.set(TlaValue.of(1), TlaValue.of("one"));
        try (LoadedSpec spec = load("OnSent(e) == Send(e.args.n)")) {
            Problem problem = catchThrowableOfType(
                    Problem.class,
                    () -> spec.observe(Seen.action("sent").with("n", mixed).event()));
            assertThat(problem.text()).startsWith("PLUMB-B09 run.ndjson:7");
        }
    }
}
