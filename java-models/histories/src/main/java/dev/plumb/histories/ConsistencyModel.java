package dev.plumb.histories;

/** What clients may see of a service that keeps copies, or does several things at once. */
public interface ConsistencyModel {

    /** As it is written on a command line, for example {@code linearizable}. */
    String name();

    /**
     * Whether of the order of the calls nothing matters but in which order each client made its own. Then what is forbidden
     * while calls wait for their answers is forbidden whatever these are.
     */
    default boolean isTimeless() {
        return false;
    }

    /**
     * Whether the model allows the history.
     *
     * @throws dev.plumb.traces.Problem if the model says nothing of histories like this one
     */
    Judgement judge(History history, Budget budget);
}
