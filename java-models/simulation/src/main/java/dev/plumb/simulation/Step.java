package dev.plumb.simulation;

import dev.plumb.refinement.SpecStep;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a node does about an input, as one atomic step: its new state, the steps of the specification that this is, and
 * the effects. Notes are recorded in their order and before any effect, so a message tells of all of them.
 *
 * @param <S> the node's state
 */
public record Step<S>(S state, List<SpecStep> notes, List<Effect> effects) {

    public Step {
        notes = List.copyOf(notes);
        effects = List.copyOf(effects);
    }

    /** A step to this state, so far without notes and effects. */
    public static <S> Step<S> to(S state) {
        return new Step<>(state, List.of(), List.of());
    }

    /** Notes that this is a step of the specification; create the note where the step is taken, it keeps the line. */
    public Step<S> note(SpecStep note) {
        return new Step<>(state, joined(notes, List.of(note)), effects);
    }

    public Step<S> send(String to, Payload payload) {
        return effect(new Effect.Send(to, payload));
    }

    /** Sends the message to each of them, in their order. */
    public Step<S> send(Collection<String> to, Payload payload) {
        return new Step<>(
                state,
                notes,
                joined(
                        effects,
                        to.stream().map(one -> new Effect.Send(one, payload)).toList()));
    }

    public Step<S> startTimer(String name, long delayMillis) {
        return effect(new Effect.StartTimer(name, delayMillis));
    }

    public Step<S> finish() {
        return effect(new Effect.Finish());
    }

    /** This step and the next one, which starts from its state, as one. */
    public Step<S> then(Function<S, Step<S>> next) {
        Step<S> following = next.apply(state);
        return new Step<>(following.state, joined(notes, following.notes), joined(effects, following.effects));
    }

    private Step<S> effect(Effect effect) {
        return new Step<>(state, notes, joined(effects, List.of(effect)));
    }

    private static <T> List<T> joined(List<? extends T> one, List<? extends T> other) {
        return Stream.<T>concat(one.stream(), other.stream()).toList();
    }
}
