package dev.plumb.traces;

import java.util.Optional;

/** What can be wrong with the times of events, and with what is left out of an order. */
final class OrderProblems {
    private OrderProblems() {}

    static Problem clockIsANumber(Source source) {
        return problem(
                "T60",
                source,
                "The clock is a number, and the header does not say that it orders the events.",
                "A clock that all processes share, or Lamport's: \"order\":\"lamport\" in the header."
                        + "   A vector clock is an object by process.");
    }

    static Problem orderIsNotIntervals(Source source) {
        return problem(
                "T61",
                source,
                "The event has a start or an end, and the header does not say that these order the events.",
                "Say \"order\":\"intervals\" in the header, or leave them out.");
    }

    static Problem eventHasNoTime(Source source, String key) {
        return problem(
                "T62",
                source,
                "The event has no " + key + ", by which the header says that the events are ordered.",
                "Record it with each event, or leave order out of the header: then only the events of one process are"
                        + " ordered.");
    }

    static Problem endIsBeforeStart(Source source, long start, long end) {
        return problem(
                "T63",
                source,
                "The event ends at " + end + ", before its start at " + start + ".",
                "Likely cause: start and end are readings of different clocks, or of one that was set back.");
    }

    static Problem eventsOverlap(Source source, String process, Source before) {
        return problem(
                "T64",
                source,
                "Process " + process + " starts this event before it has ended the one at " + before + ".",
                "Likely cause: several threads with one process name. Give each a name of its own.");
    }

    static Problem allEventsAreIgnored(String trace, int events) {
        return new Problem(
                Problem.Kind.NOTHING,
                "PLUMB-T65",
                "Trace " + trace + " holds nothing but events that are ignored (" + events
                        + "), so nothing was checked.",
                Optional.empty(),
                "Ignore fewer: --ignore, or \"ignore\" in the header.");
    }

    static Problem linesAreNotInOrder(String trace) {
        return new Problem(
                Problem.Kind.INPUT,
                "PLUMB-T66",
                "Trace " + trace
                        + " cannot be validated while it is read: nothing says that its lines stand in their order.",
                Optional.empty(),
                "If they do, say \"order\":\"file\" in the header; else validate the trace once it has been written.");
    }

    private static Problem problem(String code, Source source, String what, String nextStep) {
        return new Problem(Problem.Kind.INPUT, "PLUMB-" + code, what, Optional.of(source), nextStep);
    }
}
