package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.Outcome.SpecError;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.kernel.TlcJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What TLC itself makes of little models. */
class ModelCheckTest {
    @TempDir
    Path folder;

    private Fixture specs;
    private Set<String> temporary;
    private List<ProcessHandle> processes;

    @BeforeEach
    void write_a_counter() {
        temporary = temporaryFolders();
        processes = ProcessHandle.current().descendants().toList();
        specs = new Fixture(folder)
                .module(
                        "Counter",
                        "EXTENDS Naturals, TLC",
                        "CONSTANT Max",
                        "ASSUME Max > 0",
                        "VARIABLE x",
                        "Init == x = 0",
                        "Up == x < Max /\\ x' = x + 1",
                        "Down == x > 0 /\\ x' = x - 1",
                        "Next == Up \\/ Down",
                        "Spec == Init /\\ [][Next]_x",
                        "FairSpec == Spec /\\ WF_x(Next)",
                        "Small == x < 3",
                        "Positive == x > 0",
                        "Rises == [][x' > x]_x",
                        "Arrives == <>(x = Max)",
                        "Checked == Assert(x < 2, \"too much\")",
                        "Wrong == x < \"one\"",
                        "Stuck == Up",
                        "Asserting == Up /\\ Assert(x < 2, \"too much\")",
                        "Mixed == x' = x + \"one\"");
    }

    private ModelCheckResult check(int workers, String... lines) {
        specs.config(
                "Counter",
                Stream.concat(Stream.of(lines), Stream.of("CONSTANT Max = 3")).toArray(String[]::new));
        return specs.check("Counter", workers);
    }

    private ModelCheckResult check(String... lines) {
        return check(1, lines);
    }

    private static List<String> actions(ModelCheckResult result) {
        return result.counterexample().orElseThrow().steps().stream()
                .map(step -> step.action().orElse("Init"))
                .toList();
    }

    private static SpecError specError(ModelCheckResult result) {
        assertThat(result.outcome()).isInstanceOf(SpecError.class);
        return (SpecError) result.outcome();
    }

    private static Set<String> temporaryFolders() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(
                            "plumb-tlc-" + ProcessHandle.current().pid()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void nothing_is_left_behind() throws IOException {
        assertThat(ProcessHandle.current().descendants()).allMatch(processes::contains);
        Set<String> left = temporaryFolders();
        left.removeAll(temporary);
        assertThat(left).isEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .allMatch(name -> name.matches("[A-Za-z]+\\.(tla|cfg|json)|out/tlc\\.out"));
        }
    }

    @Test
    void holds_and_counts() {
        ModelCheckResult result = check("SPECIFICATION Spec", "CHECK_DEADLOCK TRUE");
        assertThat(result.outcome()).isEqualTo(new Outcome.Holds());
        assertThat(result.statistics().orElseThrow().distinct()).isEqualTo(4);
        assertThat(result.statistics().orElseThrow().generated()).isEqualTo(7);
        assertThat(result.statistics().orElseThrow().depth()).isEqualTo(4);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void finds_an_invariant_violated_after_some_steps() {
        ModelCheckResult result = check("SPECIFICATION Spec", "INVARIANT Small");
        assertThat(result.outcome()).isEqualTo(new Outcome.Violates("Small", PropertyKind.INVARIANT));
        assertThat(actions(result)).containsExactly("Init", "Up", "Up", "Up");
        assertThat(result.checked()).containsExactly("Small");
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void finds_an_invariant_violated_at_once() {
        ModelCheckResult result = check("SPECIFICATION Spec", "INVARIANT Positive");
        assertThat(result.outcome()).isEqualTo(new Outcome.Violates("Positive", PropertyKind.INVARIANT));
        assertThat(result.counterexample().orElseThrow().steps())
                .singleElement()
                .satisfies(step -> assertThat(step.state().toString()).isEqualTo("{x=0}"));
    }

    @Test
    void finds_a_property_of_steps_violated() {
        ModelCheckResult result = check("SPECIFICATION Spec", "PROPERTY Rises");
        assertThat(result.outcome()).isEqualTo(new Outcome.Violates("Rises", PropertyKind.ACTION_PROPERTY));
        assertThat(actions(result)).containsExactly("Init", "Up", "Down");
    }

    @Test
    void finds_a_deadlock() {
        ModelCheckResult result = check("INIT Init", "NEXT Stuck");
        assertThat(result.outcome()).isEqualTo(new Outcome.Deadlocks());
        assertThat(actions(result)).hasSize(4);
    }

    @Test
    void finds_a_failed_Assert_in_an_action_and_in_an_invariant() {
        ModelCheckResult inAction = check("INIT Init", "NEXT Asserting");
        assertThat(inAction.outcome()).isInstanceOf(Outcome.Violates.class);
        assertThat(inAction.outcome().exitCode()).isEqualTo(14);
        ModelCheckResult inInvariant = check("SPECIFICATION Spec", "INVARIANT Checked");
        assertThat(inInvariant.outcome()).isInstanceOf(Outcome.Violates.class);
        assertThat(inInvariant.outcome().exitCode()).isEqualTo(14);
    }

    @Test
    void finds_a_false_assumption() {
        specs.config("Counter", "SPECIFICATION Spec", "CONSTANT Max = 0");
        Outcome outcome = specs.check("Counter").outcome();
        assertThat(outcome).asInstanceOf(type(Outcome.Violates.class)).satisfies(violates -> {
            assertThat(violates.kind()).isEqualTo(PropertyKind.ASSUMPTION);
            assertThat(violates.name()).startsWith("line 4, col 8");
        });
        assertThat(outcome.exitCode()).isEqualTo(10);
    }

    @Test
    void finds_a_lasso_with_several_workers_asked_for_by_one_and_says_so() {
        ModelCheckResult result = check(2, "SPECIFICATION FairSpec", "PROPERTY Arrives");
        assertThat(result.outcome()).isEqualTo(new Outcome.Violates("Arrives", PropertyKind.TEMPORAL));
        Behaviour behaviour = result.counterexample().orElseThrow();
        assertThat(behaviour.loopsTo().orElseThrow())
                .isLessThan(behaviour.steps().size());
        assertThat(result.warnings())
                .containsExactly("Liveness was checked by one worker: this TLC can miss violations with several.");
    }

    @Test
    void finds_that_nothing_happens_any_more() {
        ModelCheckResult result = check("SPECIFICATION Spec", "PROPERTY Arrives");
        assertThat(result.outcome()).isEqualTo(new Outcome.Violates("Arrives", PropertyKind.TEMPORAL));
        Behaviour behaviour = result.counterexample().orElseThrow();
        assertThat(behaviour.loopsTo()).hasValue(behaviour.steps().size());
    }

    @Test
    void says_where_an_expression_cannot_be_evaluated() {
        SpecError inInvariant = specError(check("SPECIFICATION Spec", "INVARIANT Wrong"));
        assertThat(inInvariant.problem().code()).isEqualTo("PLUMB-S13");
        assertThat(inInvariant.exitCode()).isBetween(75, 76);
        assertThat(inInvariant.problem().text())
                .startsWith("PLUMB-S13 ")
                .contains("Counter.tla:17:10: The second argument of < should be an integer");
        SpecError inAction = specError(check("INIT Init", "NEXT Mixed"));
        assertThat(inAction.exitCode()).isEqualTo(75);
        assertThat(inAction.problem().text())
                .startsWith("PLUMB-S13 ")
                .contains("Counter.tla:20:15: Attempted to apply the operator");
    }

    @Test
    void says_where_a_module_does_not_parse() {
        specs.module("Broken", "VARIABLE x", "Init == x = (0", "Next == x' = x")
                .config("Broken", "INIT Init", "NEXT Next");
        SpecError error = specError(specs.check("Broken"));
        assertThat(error.exitCode()).isEqualTo(150);
        assertThat(error.problem().text()).startsWith("PLUMB-S01").contains("Broken.tla:4:1: ");
    }

    @Test
    void says_which_module_is_missing() {
        specs.module("Needs", "EXTENDS Missing", "VARIABLE x").config("Needs", "INIT Init", "NEXT Next");
        SpecError error = specError(specs.check("Needs"));
        assertThat(error.exitCode()).isEqualTo(150);
        assertThat(error.problem().what())
                .isEqualTo("There is no module Missing, which module Needs extends or instantiates.");
    }

    @Test
    void names_the_invariant_that_was_probably_meant_with_its_line() {
        SpecError error = specError(check("SPECIFICATION Spec", "INVARIANT", "Smal"));
        assertThat(error.exitCode()).isEqualTo(151);
        assertThat(error.problem().text())
                .contains("Counter.cfg:3:1: The cfg names invariant Smal, which Counter does not define.")
                .contains("Did you mean Small?");
    }

    @Test
    void names_the_keyword_that_was_probably_meant() {
        SpecError error = specError(check("SPECIFICATION Spec", "INVARIANT Small", "PROPRTY Rises"));
        assertThat(error.problem().text())
                .contains("Counter.cfg:3")
                .contains("PROPRTY")
                .contains("Did you mean PROPERTY?");
    }

    @Test
    void says_which_constant_has_no_value() {
        specs.config("Counter", "SPECIFICATION Spec");
        SpecError error = specError(specs.check("Counter"));
        assertThat(error.exitCode()).isEqualTo(151);
        assertThat(error.problem().text()).contains("Max");
    }

    @Test
    void rejects_a_cfg_with_a_typo_before_TLC_starts() {
        SpecError error = specError(check("SPECIFICATON Spec"));
        assertThat(error.exitCode()).isEqualTo(151);
        assertThat(error.problem().text()).contains("Did you mean SPECIFICATION?");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void is_bad_input_with_a_cfg_that_is_gone() throws IOException {
        Model gone = specs.config("Counter", "INIT Init").model("Counter");
        Files.delete(specs.path("Counter.cfg"));
        assertThat(specs.check(gone, CheckOptions.DEFAULT).outcome().exitCode()).isEqualTo(3);
    }

    @Test
    void is_vacuous_if_strict_where_an_invariant_says_something_under_a_condition_that_is_never_true() {
        specs.module(
                        "Clock",
                        "EXTENDS Naturals",
                        "CONSTANT Last",
                        "VARIABLE x",
                        "Init == x = 0",
                        "Next == x' = (x + 1) % 4",
                        "Late == /\\ x > 1 => x \\in 2..3",
                        "        /\\ \\A i \\in 1..2 : (x = i + Last) => (",
                        "             x < 0)",
                        "Early == x < 9 => (x = 3 => x # 4)")
                .config("Clock", "INIT Init", "NEXT Next", "INVARIANT Late Early", "CONSTANT Last = 7");
        CheckOptions strict = CheckOptions.DEFAULT.withStrict();
        ModelCheckResult result = specs.check("Clock", strict);
        assertThat(result.suspicions()).containsExactly("the condition x = i + Last in Clock.tla:9 was never true");
        assertThat(result.outcome()).isInstanceOf(Outcome.Vacuous.class);
        assertThat(specs.check("Clock").outcome()).isEqualTo(new Outcome.Holds());
        specs.config("Clock", "INIT Init", "NEXT Next", "INVARIANT Early", "CONSTANT Last = 7");
        assertThat(specs.check("Clock", strict).outcome()).isEqualTo(new Outcome.Holds());
    }

    @Test
    void is_vacuous_where_nothing_is_checked() {
        specs.module("Idle", "VARIABLE x", "Init == x = 0", "Next == x' = x")
                .config("Idle", "INIT Init", "NEXT Next", "CHECK_DEADLOCK FALSE");
        Outcome outcome = specs.check("Idle").outcome();
        assertThat(outcome)
                .isEqualTo(new Outcome.Vacuous(
                        "Idle.cfg names no invariant and no property, and does not check for deadlock"));
        assertThat(outcome.exitCode()).isEqualTo(4);
    }

    @Test
    void is_vacuous_without_an_initial_state() {
        specs.module(
                        "Never",
                        "EXTENDS Naturals",
                        "VARIABLE x",
                        "Init == x = 1 /\\ x = 2",
                        "Next == x' = x",
                        "Inv == x = 3")
                .config("Never", "INIT Init", "NEXT Next", "INVARIANT Inv");
        assertThat(specs.check("Never").outcome()).isEqualTo(new Outcome.Vacuous("Never.cfg has no initial state"));
    }

    @Test
    void holds_where_the_assumptions_are_all_there_is() {
        specs.module("Sums", "EXTENDS Naturals", "ASSUME 1 + 1 = 2").config("Sums");
        assertThat(specs.check("Sums").outcome()).isEqualTo(new Outcome.Holds());
    }

    @Test
    void is_not_vacuous_with_an_assumption_that_is_extended() {
        specs.module("Base", "EXTENDS Naturals", "ASSUME 1 + 1 = 2")
                .module("Idle", "EXTENDS Base", "VARIABLE x", "Init == x = 0", "Next == x' = x")
                .config("Idle", "INIT Init", "NEXT Next", "CHECK_DEADLOCK FALSE");
        assertThat(specs.check("Idle").outcome()).isEqualTo(new Outcome.Holds());
    }

    @Test
    void is_never_green_where_a_postcondition_cannot_be_evaluated_or_is_false() {
        specs.module(
                        "Post",
                        "EXTENDS Naturals, TLC",
                        "VARIABLE x",
                        "Init == x = 0",
                        "Next == x' = 1 - x",
                        "Seen == TLCGet(\"distinct\") = 3",
                        "Visited == TLCGet(\"distinct\") = 2")
                .config("Post", "INIT Init", "NEXT Next", "CHECK_DEADLOCK FALSE", "POSTCONDITION Seen");
        Outcome outcome = specs.check("Post").outcome();

        if (TlcJar.find().knowsKeyword("POSTCONDITION")) {
            assertThat(outcome).isEqualTo(new Outcome.Violates("Seen", Outcome.PropertyKind.POSTCONDITION));
            specs.config("Post", "INIT Init", "NEXT Next", "POSTCONDITION Visited");
            assertThat(specs.check("Post").outcome()).isEqualTo(new Outcome.Holds());
        } else {
            assertThat(outcome).isInstanceOfSatisfying(Outcome.SpecError.class, error -> assertThat(
                            error.problem().text())
                    .contains("Post.cfg:4:15: This TLC does not know the keyword POSTCONDITION.", "--tla2tools"));
        }
    }

    @Test
    void is_no_verdict_when_TLC_is_killed() {
        specs.module("Long", "EXTENDS Naturals", "VARIABLE x", "Init == x = 0", "Next == x' \\in {x + 1, x + 2, x + 3}")
                .config("Long", "INIT Init", "NEXT Next");
        Thread killer = new Thread(this::killChildrenOnceTlcSpeaks);
        killer.start();
        assertThat(specs.check("Long").outcome()).isInstanceOf(Outcome.ToolError.class);
        killer.interrupt();
    }

    private void killChildrenOnceTlcSpeaks() {
        try {
            while (true) {
                Thread.sleep(50);
                if (specs.path("out/tlc.out").toFile().length() > 0) {
                    ProcessHandle.current()
                            .children()
                            .filter(child -> !processes.contains(child))
                            .forEach(ProcessHandle::destroyForcibly);
                }
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void is_no_verdict_when_the_jar_only_looks_like_TLC() throws IOException {
        specs.config("Counter", "SPECIFICATION Spec", "CONSTANT Max = 3");
        Path jar = specs.path("fake.json");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("tlc2/TLC.class"));
            out.write(new byte[] {1, 2, 3});
        }
        try (TlcPool pool = new TlcPool(TlcJar.at(jar))) {
            ModelCheck check =
                    new ModelCheck(specs.model("Counter"), pool, folder.resolve("out"), CheckOptions.DEFAULT);
            assertThat(check.check("", counts -> {}).outcome()).isInstanceOf(Outcome.ToolError.class);
        }
    }

    @Test
    void does_not_miss_a_JVM_that_was_killed_while_it_was_idle() {
        specs.config("Counter", "SPECIFICATION Spec", "CONSTANT Max = 3");
        try (TlcPool pool = new TlcPool(TlcJar.find())) {
            ModelCheck check =
                    new ModelCheck(specs.model("Counter"), pool, folder.resolve("out"), CheckOptions.DEFAULT);
            check.check("", counts -> {});
            ProcessHandle.current()
                    .children()
                    .filter(p -> !processes.contains(p))
                    .forEach(idle -> {
                        idle.destroyForcibly();
                        idle.onExit().join();
                    });
            assertThat(check.check("", counts -> {}).outcome()).isEqualTo(new Outcome.Holds());
        }
    }

    @Test
    void checks_again_without_the_warnings_of_before() {
        specs.config("Counter", "SPECIFICATION FairSpec", "PROPERTY Arrives", "CONSTANT Max = 3");
        try (TlcPool pool = new TlcPool(TlcJar.find())) {
            CheckOptions two = CheckOptions.DEFAULT.withWorkers(2);
            ModelCheck check = new ModelCheck(specs.model("Counter"), pool, folder.resolve("out"), two);
            ModelCheckResult first = check.check("", counts -> {});
            assertThat(check.check("", counts -> {}).warnings())
                    .isEqualTo(first.warnings())
                    .hasSize(1);
        }
    }

    @Test
    void shows_what_TLC_warns_of() {
        specs.module(
                        "Sym",
                        "EXTENDS TLC",
                        "CONSTANT P",
                        "VARIABLE x",
                        "Init == x \\in P",
                        "Next == x' \\in P",
                        "Spec == Init /\\ [][Next]_x",
                        "Perms == Permutations(P)",
                        "Live == <>(x \\in P)")
                .config("Sym", "SPECIFICATION Spec", "PROPERTY Live", "SYMMETRY Perms", "CONSTANT P = {a, b}");
        assertThat(specs.check("Sym").warnings())
                .anySatisfy(w -> assertThat(w).startsWith("TLC: ").contains("symmetry"));
    }
}
