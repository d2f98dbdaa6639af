package dev.plumb.histories.order;

import dev.plumb.histories.Call;

/**
 * Which answered calls have been put in order so far: a set to which only calls can be added that need not wait for
 * another. Equal cuts have the same future. Calls to add are named by numbers from 0 on, which a cut chooses.
 */
interface Cut {
    int NONE = -1;

    /** The first number from {@code from} on by which a call can be added; {@link #NONE} if there is none. */
    int candidate(int from);

    Call call(int candidate);

    Cut plus(int candidate);

    /** Whether a call without an answer can have taken effect by now. */
    boolean admits(Call unanswered);

    /** Grows with each call that lies in the past for good. */
    int progress();

    boolean isWhole();

    /** How much memory it takes, in steps of the budget. */
    int cost();
}
