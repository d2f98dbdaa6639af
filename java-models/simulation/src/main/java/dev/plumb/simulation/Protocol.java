package dev.plumb.simulation;

import java.util.List;

/** A protocol that commands find by its name, as a service ({@link java.util.ServiceLoader}). */
public interface Protocol {
    /** The name of the protocol as it should be. */
    String NO_BUG = "none";

    /** As on a command line: {@code twophase}. */
    String name();

    /** The names of the bugs that can be planted, as on a command line: {@code hasty-commit}. */
    List<String> bugs();

    /**
     * The protocol, made ready to run.
     *
     * @param nodes how many replicas or resource managers; a coordinator comes extra
     * @param bug one of {@link #bugs}, or {@link #NO_BUG}
     */
    Deployment deploy(int nodes, String bug);

    /** Whether it takes who is silent for long to have crashed, so that it is right only where messages arrive, and in time. */
    default boolean countsOnTime() {
        return false;
    }

    /** Whether its nodes ask what time it is, so that it matters to them when a clock jumps. Timers run without that. */
    default boolean readsClocks() {
        return false;
    }
}
