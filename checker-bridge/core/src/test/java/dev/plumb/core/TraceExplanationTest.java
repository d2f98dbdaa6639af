package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Explained.Moment;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.WhyNot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the behaviours that were found for traces. */
class TraceExplanationTest {
    @TempDir
    Path folder;

    private Fixture specs;

    @BeforeEach
    void write_a_tank() {
        specs = new Fixture(folder)
                .module(
                        "Tank",
                        "EXTENDS Naturals",
                        "VARIABLE level",
                        "Init == level = 0",
                        "Fill == level < 3 /\\ level' = level + 1",
                        "Drain(n) == level >= n /\\ level' = level - n",
                        "Next == Fill \\/ \\E n \\in 1 .. 2 : Drain(n)",
                        "NeverFull == level < 3",
                        "NeverEmptied == [][level > 0 => level' > 0]_level")
                .config("Tank", "INIT Init", "NEXT Next")
                .config("Tank_Full", "INIT Init", "NEXT Next", "INVARIANT NeverFull")
                .config("Tank_Empty", "INIT Init", "NEXT Next", "PROPERTY NeverEmptied");
    }

    private TraceCheck against(String config) {
        Model model = new SpecLocator(List.of())
                .forTraces(
                        folder.resolve("Tank.tla").toString(),
                        Optional.of(folder.resolve(config + ".cfg").toString()));
        return new TraceCheck(model, TlcJar.find());
    }

    private Behaviour behaviour(TraceCheck check, String... actions) {
        List<String> lines = new ArrayList<>(List.of("{'plumb':1}"));
        for (String action : actions) {
            lines.add("{'action':'" + action + "'}");
        }
        TraceCheckResult result = check.check(
                new Traces(folder).part(lines.toArray(String[]::new)).read(), "");
        return result.runs().get(0).behaviour().orElseThrow();
    }

    private static List<String> disabled(Moment moment) {
        return moment.disabled().stream().map(why -> why.action().toString()).toList();
    }

    @Test
    void a_violated_invariant_is_opened_in_the_state_that_breaks_it() {
        Behaviour behaviour = behaviour(against("Tank_Full").explaining(false), "Fill", "Fill", "Fill", "Drain");
        OpenFormula property = behaviour.explained().property().orElseThrow();
        assertThat(property.text()).isEqualTo("NeverFull");
        assertThat(property.isFalse()).isTrue();
        assertThat(property.at()).hasValue(4);
        assertThat(behaviour.explained().moments()).extracting(Moment::step).containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_violated_property_of_steps_is_opened_at_the_step() {
        Behaviour behaviour = behaviour(against("Tank_Empty").explaining(false), "Fill", "Drain", "Fill");
        assertThat(behaviour.steps()).hasSize(3);
        assertThat(behaviour.explained().property()).hasValueSatisfying(property -> {
            assertThat(property.text()).isEqualTo("NeverEmptied");
            assertThat(property.isFalse()).isTrue();
        });
    }

    @Test
    void where_a_trace_leaves_its_spec_it_is_said_what_could_be_taken_and_why_the_rest_could_not() {
        Behaviour behaviour = behaviour(against("Tank").explaining(false), "Fill", "Drain", "Drain");
        assertThat(behaviour.steps()).last().matches(Step::forbidden);
        Explained explained = behaviour.explained();
        assertThat(explained.property()).isEmpty();
        Moment last = explained.moment(3).orElseThrow();
        assertThat(last.action()).hasValueSatisfying(action -> {
            assertThat(action.text()).isEqualTo("Drain(1)");
            assertThat(action.parts()).extracting(OpenFormula::text).contains("level >= n");
        });
        assertThat(last.enabled()).extracting(Object::toString).containsExactly("Fill");
        assertThat(disabled(last)).containsExactlyInAnyOrder("Drain(1)", "Drain(2)");
        assertThat(last.disabled()).allMatch(WhyNot.FalseConjunct.class::isInstance);
        assertThat(explained.moment(4)).as("it is no step of the spec").isEmpty();
    }

    @Test
    void what_conforms_is_explained_only_if_that_is_asked_for() {
        assertThat(behaviour(against("Tank").explaining(false), "Fill").explained())
                .isEqualTo(Explained.NOTHING);
        assertThat(behaviour(against("Tank").explaining(true), "Fill")
                        .explained()
                        .moments())
                .hasSize(2);
        assertThat(behaviour(against("Tank_Full"), "Fill", "Fill", "Fill").explained())
                .isEqualTo(Explained.NOTHING);
    }

    @Test
    void of_a_long_trace_the_end_is_explained() {
        List<String> actions = new ArrayList<>(Collections.nCopies(600, "Fill"));
        for (int i = 1; i < actions.size(); i += 2) {
            actions.set(i, "Drain");
        }
        Behaviour behaviour =
                behaviour(against("Tank").explaining(true).keepingPaths(), actions.toArray(String[]::new));
        assertThat(behaviour.explained().moments())
                .hasSize(20)
                .last()
                .satisfies(moment -> assertThat(moment.step()).isEqualTo(601))
                .satisfies(moment -> assertThat(moment.action()).isPresent());
    }
}
