package dev.plumb.simulation.explore;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Problem.Kind;
import java.util.Optional;

/** What the explorer has to say to its user: a factory a message. */
final class ExploreProblems {
    private ExploreProblems() {}

    static Problem noFingerprint(Class<?> type) {
        return new Problem(
                Kind.INPUT,
                "PLUMB-E01",
                "A value of " + type.getName()
                        + " is part of a state, and there is no telling when two of them are equal.",
                Optional.empty(),
                "States are made of records, enums, texts, whole numbers, optionals, lists, sets, maps and arrays.\n"
                        + "Make it a record, or have it implement " + Fingerprinted.class.getName() + ".");
    }

    static Problem symmetryForgetsWhoActs(String property) {
        return new Problem(
                Kind.USAGE,
                "PLUMB-E02",
                "eventually(" + property + ") cannot be checked under symmetry.",
                Optional.empty(),
                "States that are taken for one hide who acts, so that a behaviour seems fair that starves one of"
                        + " them.\n"
                        + "Explore without symmetry, or leave that property to another exploration.");
    }

    static Problem symmetryForgetsWhatWasDone() {
        return new Problem(
                Kind.USAGE,
                "PLUMB-W60",
                "What a monitor remembers cannot be checked under symmetry.",
                Optional.empty(),
                "States that are taken for one hide who did what, which the monitor may have to know.\n"
                        + "Explore without symmetry, or leave the monitor to another exploration.");
    }

    static Problem noInitialStates() {
        return new Problem(
                Kind.NOTHING,
                "PLUMB-E03",
                "The system has no initial state, so nothing was explored.",
                Optional.empty(),
                "Likely cause: the bounds leave none over.");
    }

    static Problem sameName(String property) {
        return new Problem(
                Kind.USAGE,
                "PLUMB-E04",
                "Two properties are called " + property + ".",
                Optional.empty(),
                "Verdicts are told by name: give each its own.");
    }

    static Problem tooMany(String what, int most) {
        return new Problem(
                Kind.USAGE,
                "PLUMB-E05",
                "More than " + most + " " + what + " were given for one exploration.",
                Optional.empty(),
                "Check some of them in another exploration.");
    }

    private static Problem impure(String what, String until) {
        return new Problem(
                Kind.INPUT,
                "PLUMB-E06",
                "The system is not a function of its states: " + what + " that was there before is gone.",
                Optional.empty(),
                "Likely cause: its code has a clock, a random number or a field that it changes, or iterates over a"
                        + " hash table;\n"
                        + "or states with different steps are equal." + until);
    }

    static Problem impureStart() {
        return impure("an initial state", "");
    }

    static Problem impureStep(Path<?> path) {
        return impure("a step", " What was done until then:\n" + path);
    }
}
