package dev.plumb.histories;

import dev.plumb.traces.Nearest;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Problem.Kind;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.Optional;

/** What can be wrong with a history, or with what is asked of it: one factory a message, named as the sentence it tells. */
public final class HistoryProblems {
    private HistoryProblems() {}

    public static Problem historyHoldsNoCalls(String history) {
        return new Problem(
                Kind.NOTHING,
                "PLUMB-H01",
                "History " + history + " holds no calls, so nothing was checked.",
                Optional.empty(),
                "Likely cause: the recorder was HistoryRecorder.NONE, or no client ran.");
    }

    public static Problem fileHasNoHeader(Source source) {
        return input(
                "H02",
                source,
                "The first line is not the header of a history.",
                "Begin the file with the line {\"plumb\":1,\"history\":\"NAME\"}. Traces are for plumb validate.");
    }

    public static Problem keyIsMissing(Source source, String key) {
        return input(
                "H03",
                source,
                "The line has no key " + key + ".",
                "A call has client, op and start, an answer client and end; start and end are left out only where the"
                        + " header says \"order\":\"file\".");
    }

    public static Problem answerHasNoCall(Source source, String client) {
        return input(
                "H04",
                source,
                "Client " + client + " has no call that waits for this answer.",
                "Each answer belongs to the last call of its client. Give clients that run at the same time different"
                        + " names.");
    }

    public static Problem callsOfClientOverlap(Source source, String client, Call earlier) {
        return input(
                "H05",
                source,
                "Client " + client + " calls before its call " + earlier.text() + " at time " + earlier.start()
                        + " has ended.",
                "A client makes one call at a time. Give threads that call at the same time different names.");
    }

    public static Problem callEndsBeforeItStarts(Source source, long start, long end) {
        return input(
                "H06",
                source,
                "The call ends at " + end + ", before its start at " + start + ".",
                "Likely cause: the clock went backwards. Take times from one that does not, such as System.nanoTime().");
    }

    public static Problem failureIsNotClear(Source source) {
        return input(
                "H07",
                source,
                "The answer does not say clearly whether the call failed.",
                "A failed call has \"failed\":true and no result; one that returned has no key failed.");
    }

    public static Problem timeIsNotWanted(Source source, String key) {
        return input(
                "H08",
                source,
                "The header says that lines are in the order of time, but this one has " + key + ".",
                "Leave out \"order\":\"file\" from the header, or start and end from all lines.");
    }

    public static Problem operationIsUnknown(Call call, String spec, Collection<String> known) {
        return onCall(
                "H09",
                call,
                "A " + spec + " has no operation " + call.operation() + ".",
                nearest(call.operation(), known));
    }

    public static Problem argumentsAreTooManyOrFew(Call call, int expected) {
        return onCall(
                "H10",
                call,
                "The operation " + call.operation() + " does not take what stands in args.",
                "expected: " + expected + " of them\nactual:   " + call.arguments());
    }

    public static Problem argumentIsNot(Call call, String expected, TlaValue actual) {
        return onCall(
                "H11",
                call,
                "An argument of " + call.operation() + " is not as it must be.",
                "expected: " + expected + "\nactual:   " + actual);
    }

    public static Problem objectIsUnknown(String name, Collection<String> known) {
        return usage("H12", "There is no object " + name + ".", nearest(name, known));
    }

    public static Problem initIsNoCount(TlaValue init) {
        return usage(
                "H13",
                "The initial value " + init + " is no integer, from which a counter could count.",
                "Give another one with --init, or as init in the header of the history.");
    }

    public static Problem modelIsUnknown(String name, Collection<String> known) {
        return usage("H14", "There is no consistency model " + name + ".", nearest(name, known));
    }

    public static Problem modelIsNotForObject(String model, String object, String needed) {
        return usage(
                "H15",
                "The model " + model + " says nothing of a " + object + ".",
                "It is about histories of " + needed + ". Give another model with --model, or another object with"
                        + " --spec.");
    }

    public static Problem historyNamesNoObject(String history) {
        return usage(
                "H16",
                "History " + history + " does not say which object was called.",
                "Name it with --spec, or as spec in the header of the history.");
    }

    public static Problem operationIsNotForModel(Call call, String model) {
        return onCall(
                "H17",
                call,
                "The model " + model + " says nothing of " + call.operation() + ".",
                "It is about reads and writes only. Leave such calls out, or check with --model linearizable.");
    }

    public static Problem valueIsWrittenTwice(Call call, TlaValue value) {
        return onCall(
                "H18",
                call,
                "The value " + value + " is written for the second time, or is the initial one.",
                "Which write a read has seen can be told only where every value is written once. Let clients number"
                        + " what they write.");
    }

    public static Problem transactionIsNotClear(Call call, String expected) {
        return onCall(
                "H19",
                call,
                "The transaction is not as it must be.",
                "expected: " + expected + "\nfor example: [[\"append\",\"x\",1],[\"r\",\"x\"]], with the result"
                        + " [[\"append\",\"x\",1],[\"r\",\"x\",[1]]]");
    }

    private static Problem usage(String code, String what, String nextStep) {
        return new Problem(Kind.USAGE, "PLUMB-" + code, what, Optional.empty(), nextStep);
    }

    private static String nearest(String word, Collection<String> known) {
        return Nearest.to(word, known)
                        .map(near -> "Did you mean " + near + "?   ")
                        .orElse("")
                + "Known: " + String.join(", ", known.stream().sorted().toList()) + ".";
    }

    private static Problem onCall(String code, Call call, String what, String nextStep) {
        return new Problem(Kind.INPUT, "PLUMB-" + code, what, call.source(), nextStep);
    }

    private static Problem input(String code, Source source, String what, String nextStep) {
        return new Problem(Kind.INPUT, "PLUMB-" + code, what, Optional.of(source), nextStep);
    }
}
