package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLC as a child and TLC in the kernel both find the shipped modules and their Java, and the user's own before them. */
class ShippedModulesInReachTest {
    private static final String COUNTER = """
            ---- MODULE Counter ----
            EXTENDS SequencesExt, Integers
            VARIABLE x
            Init == x = FoldLeft(LAMBDA a, b : a + b, 0, [i \\in 1..9000 |-> 1])
            Next == x' = Last(<<1, 2>>)
            Spec == Init /\\ [][Next]_x
            Small == x <= 9000
            ====
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void a_spec_that_needs_them() throws IOException {
        Files.writeString(folder.resolve("Counter.tla"), COUNTER);
        Files.writeString(folder.resolve("Counter.cfg"), "SPECIFICATION Spec\nINVARIANT Small\n");
    }

    @Test
    void the_child_finds_them() {
        ModelCheckResult result = check();

        assertThat(result.outcome()).isInstanceOf(Outcome.Holds.class);
        assertThat(result.statistics().orElseThrow().distinct()).isEqualTo(2);
    }

    @Test
    void the_kernel_finds_them() {
        try (LoadedSpec spec = load()) {
            assertThat(spec.initialStates()).hasSize(1);
            assertThat(spec.initialStates().get(0).values().get("x")).hasToString("9000");
        }
    }

    @Test
    void a_module_of_the_users_goes_before_ours() throws IOException {
        Files.writeString(folder.resolve("SequencesExt.tla"), """
                ---- MODULE SequencesExt ----
                EXTENDS Sequences
                FoldLeft(op(_, _), base, seq) == 9001
                Last(s) == s
                ====
                """);

        assertThat(check().outcome()).isInstanceOf(Outcome.Violates.class);
        try (LoadedSpec spec = load()) {
            assertThat(spec.initialStates().get(0).values().get("x")).hasToString("9001");
        }
    }

    private LoadedSpec load() {
        return new KernelModel(model(), Config.read(folder.resolve("Counter.cfg"))).load(TlcJar.find());
    }

    private ModelCheckResult check() {
        return new Fixture(folder).check(model(), CheckOptions.DEFAULT);
    }

    private Model model() {
        return new Model(
                folder.resolve("Counter.tla"),
                Optional.of(folder.resolve("Counter.cfg")),
                List.of(folder),
                Optional.empty());
    }
}
