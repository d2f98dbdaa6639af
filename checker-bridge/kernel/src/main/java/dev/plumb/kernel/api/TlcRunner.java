package dev.plumb.kernel.api;

import java.util.Optional;

/** A TLC that checks one model, as its command line would. Its static state is its class loader's, so it is used once. */
public interface TlcRunner {
    /** Checks a model; the exit code is that of {@code tlc2.TLC}. What it says goes to the standard output. */
    int run(String... arguments);

    /** How far it has come; empty before the first state, after the last one, and where TLC does not count. */
    Optional<Counts> counts();

    /** Makes {@link #run} return soon, as if there were nothing more to visit; from any thread. */
    void stop();

    /**
     * Makes TLC write a checkpoint soon, of which it tells in its messages; from any thread, and again as long as it
     * does not tell.
     */
    void save();
}
