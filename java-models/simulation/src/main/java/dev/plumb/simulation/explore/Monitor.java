package dev.plumb.simulation.explore;

/**
 * Goes along with a behaviour, and says when it has gone wrong: a safety property that needs a memory of what was done, and not
 * just of how things are. A state of the system is visited once for each memory with which it is come to.
 *
 * @param <S> a state of the system
 * @param <M> what is remembered: immutable, and the less of it the better
 */
public interface Monitor<S, M> {

    /** What is remembered at the beginning. */
    M begin(S initial);

    /** What is remembered after a step. */
    M next(M memory, S from, Object action, S to);

    /** Whether all was right so far. */
    boolean isRight(M memory);

    /** Equal for memories with the same future, and different for others. */
    default long fingerprint(M memory) {
        return Fingerprints.of(memory);
    }
}
