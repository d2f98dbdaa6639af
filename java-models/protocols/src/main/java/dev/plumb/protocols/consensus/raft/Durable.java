package dev.plumb.protocols.consensus.raft;

/**
 * Persistent state on all servers, updated on disk before anybody is told.
 *
 * @param currentTerm latest term that the server has seen, 0 at first
 * @param votedFor candidate that got its vote in that term, or {@link #NOBODY}
 */
record Durable(int currentTerm, String votedFor, Log log) {
    /** The specification's {@code Nobody}. */
    static final String NOBODY = "nobody";

    static final Durable NEW = new Durable(0, NOBODY, Log.EMPTY);

    Durable inTerm(int term) {
        return new Durable(term, NOBODY, log);
    }

    Durable votedFor(String candidate) {
        return new Durable(currentTerm, candidate, log);
    }

    Durable with(Log other) {
        return new Durable(currentTerm, votedFor, other);
    }
}
