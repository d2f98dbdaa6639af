package dev.plumb.simulation;

/**
 * What a node has before it when something happens.
 *
 * @param disk what it has written; only what was synced is there after a crash
 * @param memory gone after a crash
 * @param clock what its clock shows
 */
public record State<D, M>(D disk, M memory, ClockReading clock) {

    /** This state with something else written; ask for {@link Effect.Sync} before anybody is told of it. */
    public State<D, M> withDisk(D written) {
        return new State<>(written, memory, clock);
    }

    public State<D, M> withMemory(M known) {
        return new State<>(disk, known, clock);
    }
}
