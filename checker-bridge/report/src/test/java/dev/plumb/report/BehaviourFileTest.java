package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Behaviours as other tools read them. */
class BehaviourFileTest {
    /** Values of every kind; model values, too, which a module must declare. */
    private static final Behaviour EVERY_KIND = behaviour(
            Map.of("n", TlaValue.of(1), "s", TlaValue.setOf("a", "b"), "t", TlaValue.tuple(TlaValue.model("m1"))),
            Map.of(
                    "n",
                    TlaValue.of(-2),
                    "s",
                    TlaValue.set(),
                    "t",
                    TlaValue.function(Map.of(TlaValue.model("m2"), TlaValue.record(Map.of("f", TlaValue.of(true)))))));

    @SafeVarargs
    private static Behaviour behaviour(Map<String, TlaValue>... states) {
        List<Step> steps = new ArrayList<>();
        for (Map<String, TlaValue> state : states) {
            int number = steps.size() + 1;
            steps.add(new Step(
                    number,
                    Optional.of("Act(\"a (b\")").filter(action -> number > 1),
                    Optional.of(BehaviourBuilder.place(84)).filter(place -> number > 1),
                    Optional.empty(),
                    Optional.empty(),
                    new TreeMap<>(state),
                    false));
        }
        return new Behaviour(List.of(), "as recorded", steps, List.of(), OptionalInt.empty());
    }

    @Test
    void each_kind_is_known_by_the_end_of_its_name() {
        assertThat(BehaviourFile.of("a.itf.json")).contains(BehaviourFile.ITF);
        assertThat(BehaviourFile.of("a.json")).contains(BehaviourFile.TLC);
        assertThat(BehaviourFile.of("A.tla")).contains(BehaviourFile.MODULE);
        assertThat(BehaviourFile.of("a.xml")).isEmpty();
    }

    @Test
    void values_of_every_kind_are_written_in_each() {
        for (BehaviourFile kind : BehaviourFile.values()) {
            Golden.matches("EveryKind" + kind.extension(), kind.text(EVERY_KIND, "Kinds", "EveryKind"));
        }
    }

    @Test
    void the_states_of_the_informal_trace_format_are_read_back_as_they_were() throws Exception {
        String text = BehaviourFile.ITF.text(TwoPhase.committedAndAborted(), "TwoPhase", "Witness");
        JsonNode states = new ObjectMapper().readTree(text).at("/states");
        for (Step step : TwoPhase.committedAndAborted().steps()) {
            ObjectNode state = (ObjectNode) states.get(step.number() - 1);
            state.remove("#meta");
            assertThat(dev.plumb.traces.Itf.state(state.toString(), new Source("Witness.itf.json", 1)))
                    .isEqualTo(step.state());
        }
    }
}
