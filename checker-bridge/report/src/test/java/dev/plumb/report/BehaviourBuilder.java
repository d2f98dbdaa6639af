package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.traces.Event;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Builds behaviours: each step says only what it changes. */
final class BehaviourBuilder {
    private final List<String> lanes;
    private final List<Step> steps = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final SortedMap<String, TlaValue> state = new TreeMap<>();
    private OptionalInt loopsTo = OptionalInt.empty();

    BehaviourBuilder(String... lanes) {
        this.lanes = List.of(lanes);
    }

    BehaviourBuilder with(String variable, TlaValue value) {
        state.put(variable, value);
        return this;
    }

    BehaviourBuilder with(String variable, UnaryOperator<TlaValue> change) {
        state.computeIfPresent(variable, (name, value) -> change.apply(value));
        return this;
    }

    BehaviourBuilder initially() {
        return add(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    BehaviourBuilder step(String lane, String action, int line) {
        return add(Optional.of(action), Optional.of(place(line)), Optional.empty(), Optional.of(lane), false);
    }

    BehaviourBuilder environment(String action, int line) {
        return add(Optional.of(action), Optional.of(place(line)), Optional.empty(), Optional.empty(), false);
    }

    BehaviourBuilder recorded(String action, int line, Event event) {
        return add(Optional.of(action), Optional.of(place(line)), Optional.of(event), event.process(), false);
    }

    BehaviourBuilder forbidden(Event event) {
        return add(Optional.empty(), Optional.empty(), Optional.of(event), event.process(), true);
    }

    BehaviourBuilder message(int from, int to, String label) {
        messages.add(new Message(from, OptionalInt.of(to), label));
        return this;
    }

    BehaviourBuilder unread(int from, String label) {
        messages.add(new Message(from, OptionalInt.empty(), label));
        return this;
    }

    BehaviourBuilder loopsTo(int number) {
        loopsTo = OptionalInt.of(number);
        return this;
    }

    Behaviour build() {
        return new Behaviour(lanes, "by RM, 100 % of the steps", steps, messages, loopsTo);
    }

    static SourceRange place(int line) {
        return new SourceRange("TwoPhase", line, 1, line + 3, 40);
    }

    private BehaviourBuilder add(
            Optional<String> action,
            Optional<SourceRange> place,
            Optional<Event> event,
            Optional<String> lane,
            boolean forbidden) {
        steps.add(new Step(steps.size() + 1, action, place, event, lane, new TreeMap<>(state), forbidden));
        return this;
    }
}
