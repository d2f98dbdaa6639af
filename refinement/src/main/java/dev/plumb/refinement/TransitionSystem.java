package dev.plumb.refinement;

import java.util.Collection;
import java.util.function.BiConsumer;

/**
 * States and the steps between them, as some code defines them: pure, so that the same state always has the same steps in
 * the same order, and safe to ask from several threads.
 *
 * @param <S> an immutable state
 */
public interface TransitionSystem<S> {

    /** The states that it can begin in. */
    Collection<S> initialStates();

    /**
     * Tells each step from a state.
     *
     * @param step takes what the step is called, a text or anything that prints as one, and the state it leads to
     */
    void steps(S from, BiConsumer<Object, S> step);
}
