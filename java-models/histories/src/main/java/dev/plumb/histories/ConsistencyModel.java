package dev.plumb.histories;

/** What clients may see of a service that keeps copies, or does several things at once. */
public interface ConsistencyModel {

    /** As it is written on a command line, for example {@code linearizable}. */
    String name();

    /**
     * Whether the model allows the history.
     *
     * @throws dev.plumb.traces.Problem if the model says nothing of histories like this one
     */
    Judgement judge(History history, Budget budget);
}
