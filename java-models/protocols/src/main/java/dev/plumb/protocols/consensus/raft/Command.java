package dev.plumb.protocols.consensus.raft;

/**
 * What a client wants done.
 *
 * @param seq the number of the client's call: sent again, it is the same command
 */
record Command(String client, int seq, Messages.Operation operation) {
    boolean isSameAs(Command other) {
        return client.equals(other.client) && seq == other.seq;
    }
}
