package dev.plumb.kernel.api;

import java.util.List;

/**
 * What the loop of a behaviour does with an action: when it could be taken, when it is, and whether the spec promises
 * that it will be. States and steps are counted from 1.
 *
 * @param action as the spec writes it in the fairness condition, or, where there is none, its name with its arguments
 * @param demanded how fair the spec says that it is to the action
 * @param place of the condition; of the action where there is none
 * @param states those of the loop
 * @param enabledIn those of the states of the loop in which the action can be taken and changes something
 * @param takenIn those of the states of the loop that it leads to
 */
public record LoopFairness(
        String action,
        Demand demanded,
        SourceRange place,
        List<Integer> states,
        List<Integer> enabledIn,
        List<Integer> takenIn) {

    /** What a spec promises of an action. */
    public enum Demand {
        /** Nothing: it may be passed over for ever, which is what most loops come from. */
        NONE,
        /** WF: it is taken if it is enabled all the time. */
        WEAK,
        /** SF: it is taken if it is enabled again and again. */
        STRONG
    }

    /** In how much of the loop. */
    public enum Share {
        ALWAYS,
        SOMETIMES,
        NEVER
    }

    /** In how much of the loop the action is enabled. */
    public Share enabled() {
        return enabledIn.isEmpty() ? Share.NEVER : enabledIn.size() == states.size() ? Share.ALWAYS : Share.SOMETIMES;
    }

    /** Whether the loop is as fair to the action as the spec demands. */
    public boolean isFair() {
        return !takenIn.isEmpty()
                || switch (demanded) {
                    case NONE -> true;
                    case WEAK -> enabled() != Share.ALWAYS;
                    case STRONG -> enabled() == Share.NEVER;
                };
    }
}
