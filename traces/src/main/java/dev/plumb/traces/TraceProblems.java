package dev.plumb.traces;

import dev.plumb.traces.Update.Operation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be wrong with a trace: one factory a message, named as the sentence it tells. */
final class TraceProblems {
    private TraceProblems() {}

    static Problem traceHoldsNoEvents(String trace) {
        return new Problem(
                Problem.Kind.NOTHING,
                "PLUMB-T01",
                "Trace " + trace + " holds no events, so nothing was checked.",
                Optional.empty(),
                "Likely cause: the recorder was Recorder.NONE."
                        + "   Allow on purpose: --allow-empty, @ValidTrace(allowEmpty = true)");
    }

    static Problem fileIsNotThere(String path) {
        return problem("T02", new Source(path, 0), "There is no such file.", "Is the path relative to another folder?");
    }

    static Problem fileCannotBeRead(String path, String why) {
        return problem(
                "T03",
                new Source(path, 0),
                "The file cannot be read: " + why + ".",
                "Is it a file, readable to you, and whole?");
    }

    static Problem folderHoldsNoTraces(String path) {
        return problem(
                "T04",
                new Source(path, 0),
                "The folder holds no traces.",
                "A trace ends in .ndjson, .jsonl or .itf.json, or in these and .gz; folders in the folder are not searched.");
    }

    static Problem formatIsUnknown(Source source) {
        return problem(
                "T05",
                source,
                "The first line is neither a header nor an event of a known format.",
                "Begin the file with the line {\"plumb\":1}.");
    }

    static Problem lineIsNotJson(Source source, String why) {
        return problem(
                "T06",
                source,
                "The line is not JSON: " + why + ".",
                "Each line holds one object. Likely cause: two threads wrote to the file at the same time.");
    }

    static Problem lineIsTooLong(Source source, int bytesMax) {
        return problem(
                "T07",
                source,
                "The line is longer than " + bytesMax + " bytes.",
                "Observe parts of the state, or how it changed, instead of all of it.");
    }

    static Problem keyIsThereTwice(Source source, String field) {
        return problem("T08", source, field + " is there twice.", "Leave one of them out; which is meant is not told.");
    }

    static Problem fieldIsNot(Source source, String field, String expected, String actual) {
        return problem(
                "T09", source, field + " is not as it must be.", "expected: " + expected + "\nactual:   " + actual);
    }

    static Problem numberIsNotAnInteger(Source source, String field, String number) {
        return problem(
                "T10",
                source,
                field + " is " + number + ", which is not an integer of 32 bits.",
                "TLC calculates with these only. Record a smaller number, or a string.");
    }

    static Problem valueIsNull(Source source, String field) {
        return problem(
                "T11",
                source,
                field + " is null, which is no TLA+ value.",
                "Leave out what was not observed; record a missing value as the specification does, say as \"none\".");
    }

    static Problem keyIsUnknown(Source source, String field, String key, Collection<String> known) {
        return problem("T12", source, "There is no key " + field + ".", nearest(key, known));
    }

    static Problem markIsUnknown(Source source, String field, String mark, Collection<String> known) {
        return problem(
                "T13",
                source,
                field + " is not a mark that has a meaning here.",
                nearest(mark, known) + "\nA field name that begins with # is written in a #map.");
    }

    static Problem versionIsUnknown(Source source, String version, int known) {
        return problem(
                "T14",
                source,
                "The trace is of version " + version + " of the format, and only version " + known + " is known.",
                "Likely cause: it was recorded with a newer release of Plumb. Read it with that one.");
    }

    static Problem nothingToBeRelativeTo(Source source, String field) {
        return problem(
                "T16",
                source,
                field + " says how a value changed, but there was no step before it.",
                "Use #has, #hasNot, #len or a value; what changed in a step belongs to state.");
    }

    static Problem operationIsUnknown(Source source, String field, String written) {
        List<String> known =
                Arrays.stream(Operation.values()).map(Operation::written).toList();
        return problem(
                "T17", source, field + " is no operation: " + TlaText.quote(written) + ".", nearest(written, known));
    }

    static Problem operationLacksArguments(Source source, String field, Operation operation) {
        return problem(
                "T18",
                source,
                field + " has too few args: " + operation.written() + " needs " + operation.arity() + ".",
                "Likely cause: the program passed fewer arguments to its tracer than the operation has.");
    }

    static Problem constantsDisagree(Source source, String constant, TlaValue here, TlaValue elsewhere) {
        return problem(
                "T19",
                source,
                "Constant " + constant + " has two values.",
                "here:      " + here + "\nelsewhere: " + elsewhere
                        + "\nLikely cause: files of different executions, or a file of constants that is not theirs.");
    }

    static Problem headersDisagree(Source source, String key) {
        return problem(
                "T20",
                source,
                "The header says something else about " + key + " than that of another file of the same trace.",
                "Likely cause: two executions have the same trace name. Give each a name of its own.");
    }

    static Problem keyNamesTwoIndices(String key, TlaValue first, TlaValue second) {
        return problem(
                "T21",
                "The key " + key + " names two indices: " + first + " and " + second + ".",
                "Observe the value as a whole, as a #map.");
    }

    static Problem processIsInSeveralFiles(String process, Collection<String> files) {
        return problem(
                "T22",
                "Process " + process + " is in several files and nothing tells the order: " + String.join(", ", files)
                        + ".",
                "Record its clock, and leave \"order\":\"file\" out; or use one file, or another process name in each.");
    }

    static Problem ownComponentIsMissing(Source source, String process) {
        return problem(
                "T23",
                source,
                "The clock does not count the events of its own process " + process + ".",
                "Where one event of a process has a clock, or a clock counts its events, each of them has one.");
    }

    static Problem clockDoesNotIncrease(Source source, String process, long last, long own) {
        return problem(
                "T24",
                source,
                "Process " + process + " numbers this event " + own + " after " + last + ".",
                "Likely cause: two recorders with the same process name, or a clock that two threads share unguarded.");
    }

    static Problem eventsAreLost(Source source, String process, long from, long to) {
        return problem(
                "T25",
                source,
                "Before this event process " + process + " has lost " + numbers(from, to) + ".",
                "Likely cause: a file is missing, or the recorder was closed too early."
                        + "   Numbers that are skipped on purpose: \"clock\":\"sparse\" in the header.");
    }

    static Problem lastEventsAreLost(Source source, String process, long last, long known) {
        return problem(
                "T26",
                source,
                "The clock knows of event " + known + " of process " + process + ", which has lost "
                        + numbers(last + 1, known) + ".",
                "Likely cause: the recorder of " + process + " was not closed.");
    }

    static Problem clockGoesBackwards(Source source, String process, String other, long known, long now) {
        return problem(
                "T27",
                source,
                "Process " + process + " knew of event " + known + " of process " + other + " and now of " + now
                        + " only.",
                "Likely cause: a clock that was received replaced the own one; the larger of both is to be kept.");
    }

    static Problem processIsNotThere(Source source, String process, Collection<String> known) {
        return problem(
                "T28",
                source,
                "The clock counts events of process " + process + ", which is not in the trace.",
                "Is its file missing?   " + nearest(process, known));
    }

    static Problem clocksContradict(List<Source> stuck) {
        return problem(
                "T29",
                stuck.get(0),
                "By their clocks events wait for each other, so they can have happened in no order: "
                        + String.join(", ", stuck.stream().map(Source::toString).toList()) + ".",
                "Likely cause: files of different executions.");
    }

    private static String numbers(long from, long to) {
        return from == to ? "event " + from : "events " + from + " to " + to;
    }

    private static String nearest(String word, Collection<String> known) {
        String all = "Known: " + String.join(", ", known) + ".";
        return Nearest.to(word, known)
                .map(near -> "Did you mean " + near + "?   " + all)
                .orElse(all);
    }

    private static Problem problem(String code, String what, String nextStep) {
        return new Problem(Problem.Kind.INPUT, "PLUMB-" + code, what, Optional.empty(), nextStep);
    }

    private static Problem problem(String code, Source source, String what, String nextStep) {
        return new Problem(Problem.Kind.INPUT, "PLUMB-" + code, what, Optional.of(source), nextStep);
    }
}
