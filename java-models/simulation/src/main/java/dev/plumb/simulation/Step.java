package dev.plumb.simulation;

import dev.plumb.refinement.SpecStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * What a node does about an input, as one atomic step: its new disk and memory, the steps of the specification that this
 * is, and the effects. Notes are recorded in their order and before any effect, so a message tells of all of them.
 *
 * @param <D> what is on disk
 * @param <M> what is in memory
 */
public record Step<D, M>(State<D, M> state, List<SpecStep> notes, List<Effect> effects) {

    /** A step to this state, so far without notes and effects. */
    public static <D, M> Step<D, M> to(State<D, M> state) {
        return new Step<>(state, List.of(), List.of());
    }

    /** Notes that this is a step of the specification; create the note where the step is taken, it keeps the line. */
    public Step<D, M> note(SpecStep note) {
        return new Step<>(state, joined(notes, List.of(note)), effects);
    }

    public Step<D, M> send(String to, Message message) {
        return effect(new Effect.Send(to, message));
    }

    /** Sends the message to each of them, in their order. */
    public Step<D, M> send(Collection<String> to, Message message) {
        List<Effect> sends = new ArrayList<>(to.size());
        to.forEach(one -> sends.add(new Effect.Send(one, message)));
        return new Step<>(state, notes, joined(effects, sends));
    }

    public Step<D, M> startTimer(Record timer, long delayMillis) {
        return effect(new Effect.StartTimer(timer, delayMillis));
    }

    public Step<D, M> stopTimer(Record timer) {
        return effect(new Effect.StopTimer(timer));
    }

    public Step<D, M> sync(Record write) {
        return effect(new Effect.Sync(write));
    }

    public Step<D, M> reply(String client, Message answer) {
        return effect(new Effect.Reply(client, answer));
    }

    public Step<D, M> finish() {
        return effect(new Effect.Finish());
    }

    /** This step and the next one, which starts from its state, as one. */
    public Step<D, M> then(Function<State<D, M>, Step<D, M>> next) {
        Step<D, M> following = next.apply(state);
        return new Step<>(following.state, joined(notes, following.notes), joined(effects, following.effects));
    }

    private Step<D, M> effect(Effect effect) {
        return new Step<>(state, notes, joined(effects, List.of(effect)));
    }

    private static <T> List<T> joined(List<T> one, List<? extends T> other) {
        if (other.isEmpty()) {
            return one;
        }
        List<T> both = new ArrayList<>(one.size() + other.size());
        both.addAll(one);
        both.addAll(other);
        return Collections.unmodifiableList(both);
    }
}
