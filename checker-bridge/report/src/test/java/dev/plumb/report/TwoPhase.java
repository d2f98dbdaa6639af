package dev.plumb.report;

import static dev.plumb.traces.TlaValue.of;
import static dev.plumb.traces.TlaValue.record;
import static dev.plumb.traces.TlaValue.set;
import static dev.plumb.traces.TlaValue.setOf;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Expression;
import dev.plumb.core.Divergence;
import dev.plumb.core.Divergence.Blocked;
import dev.plumb.core.Divergence.Fit;
import dev.plumb.core.Explained;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.Judged;
import dev.plumb.core.TraceCheckResult.Judged.Violating;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.core.tlc.Statistics;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.OpenFormula.Part;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Difference;
import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Results of checking two-phase commit, as the engine and TLC would give them. */
final class TwoPhase {
    static final TlaValue COMMIT = record(Map.of("type", of("Commit")));

    private TwoPhase() {}

    static ModelCheckResult holds() {
        return model(new Outcome.Holds(), Optional.empty(), counted(1146, 288, 0, 11));
    }

    /** A coordinator that asks a majority only: one commits, another aborts. */
    static ModelCheckResult violation() {
        return model(
                new Outcome.Violates("Consistent", PropertyKind.INVARIANT),
                Optional.of(committedAndAborted()),
                counted(1531, 402, 57, 8));
    }

    /** The same, explained: what of the invariant is false, and what came of messages. */
    static ModelCheckResult explained() {
        return model(
                new Outcome.Violates("Consistent", PropertyKind.INVARIANT),
                Optional.of(committedAndAborted()
                        .with(new Explained(
                                Optional.of("shortest (proven by breadth-first search to depth 8)"),
                                Optional.of(
                                        "independent steps were brought together; changes of process: 5 instead of 6"),
                                Optional.of(inconsistent()),
                                List.of(),
                                List.of()))),
                counted(1531, 402, 57, 8));
    }

    private static OpenFormula inconsistent() {
        OpenFormula one = formula(Part.CONJUNCT, "rmState[a] = \"committed\"", true, List.of());
        OpenFormula other = formula(Part.CONJUNCT, "rmState[b] = \"aborted\"", true, List.of());
        OpenFormula both = formula(Part.NEGATED, one.text() + " /\\ " + other.text(), true, List.of(one, other));
        OpenFormula instance = formula(Part.OF_EACH, "~ (" + both.text() + ")", false, List.of(both));
        OpenFormula fine = formula(Part.OF_EACH, "~ (fine)", true, List.of());
        OpenFormula all =
                formula(Part.DEFINITION, "\\A a, b \\in RM : " + instance.text(), false, List.of(instance, fine));
        return formula(Part.ROOT, "Consistent", false, List.of(all)).in(8, Part.ROOT);
    }

    private static OpenFormula formula(Part part, String text, boolean value, List<OpenFormula> parts) {
        SortedMap<String, TlaValue> witness = new TreeMap<>();
        SortedMap<String, String> values = new TreeMap<>();
        if (part == Part.OF_EACH) {
            witness.put("a", of("r1"));
            witness.put("b", of("r3"));
        } else if (parts.isEmpty()) {
            values.put("rmState", "[r1 |-> \"committed\"]");
            values.put(text.substring(0, text.indexOf(' ')), text.substring(text.indexOf('"')));
            values.put("a", "\"r1\"");
        }
        return new OpenFormula(
                part,
                text,
                BehaviourBuilder.place(45),
                Optional.of(value),
                witness,
                values,
                Optional.empty(),
                OptionalInt.empty(),
                parts,
                0,
                new TreeSet<>());
    }

    /** The same, with an expression that has a value in each state, and a primed one that has none in the last. */
    static ModelCheckResult withExpressions() {
        Behaviour behaviour = committedAndAborted();
        int steps = behaviour.steps().size();
        List<Optional<TlaValue>> counts = IntStream.range(0, steps)
                .mapToObj(i -> Optional.of(TlaValue.of(i)))
                .toList();
        List<Optional<TlaValue>> changes = IntStream.range(0, steps)
                .mapToObj(i -> i + 1 < steps ? Optional.of(TlaValue.of(i < 3)) : Optional.<TlaValue>empty())
                .toList();
        return model(
                new Outcome.Violates("Consistent", PropertyKind.INVARIANT),
                Optional.of(behaviour.with(
                        List.of(new Expression("Cardinality(msgs)", counts), new Expression("msgs' # <b>", changes)))),
                counted(1531, 402, 57, 8));
    }

    /** A network that loses what is sent again, for ever. */
    static ModelCheckResult lasso() {
        return model(
                new Outcome.Violates("Termination", PropertyKind.TEMPORAL),
                Optional.of(losesForEver()),
                counted(2044, 512, 0, 13));
    }

    static ModelCheckResult deadlock() {
        return model(new Outcome.Deadlocks(), Optional.of(start().build()), counted(1, 1, 0, 1));
    }

    static ModelCheckResult model(Outcome outcome) {
        return new ModelCheckResult(
                "TwoPhase",
                "TwoPhase.cfg",
                outcome,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                "plumb check TwoPhase.cfg",
                Duration.ofMillis(900));
    }

    static Statistics counted(long generated, long distinct, long queued, int depth) {
        return new Statistics(generated, distinct, queued, depth);
    }

    static ModelCheckResult model(Outcome outcome, Optional<Behaviour> behaviour, Statistics statistics) {
        return new ModelCheckResult(
                "TwoPhase",
                "TwoPhase.cfg",
                outcome,
                List.of("TypeOK", "Consistent"),
                Optional.of(statistics),
                behaviour,
                List.of(),
                List.of(),
                Optional.empty(),
                "plumb check specs/commit/TwoPhase.cfg",
                Duration.ofMillis(912));
    }

    static TraceCheckResult conforms() {
        return trace(
                new Outcome.Conforms(),
                new RunResult(
                        "",
                        9,
                        9,
                        11,
                        new Outcome.Conforms(),
                        Optional.of(prepared().build()),
                        List.of(),
                        Optional.empty()));
    }

    /** The trace fits behaviours that are consistent and others that are not. */
    static TraceCheckResult judged(Outcome outcome, Violating consistent) {
        Judged typeOk = new Judged("TypeOK", PropertyKind.INVARIANT, Violating.NONE);
        Judged judged = new Judged("Consistent", PropertyKind.INVARIANT, consistent);
        return trace(
                outcome,
                new RunResult(
                        "",
                        9,
                        3,
                        11,
                        outcome,
                        Optional.of(prepared().build()),
                        List.of(typeOk, judged),
                        Optional.empty()));
    }

    /** The coordinator commits after one of two votes. */
    static TraceCheckResult divergence() {
        return trace(
                new Outcome.Diverges(),
                new RunResult(
                        "",
                        9,
                        3,
                        4,
                        new Outcome.Diverges(),
                        Optional.of(commitsTooEarly()),
                        List.of(),
                        Optional.of(tooEarly())));
    }

    /** The right action at the right time, with another end: the coordinator forgets what it decided. */
    static TraceCheckResult endsElsewhere() {
        Event event =
                event("tm", "TMRcvPrepared", Map.of("rm", of("r2")), "Coordinator.java:61", 6, seen("tmPrepared"));
        WhyNot why = new WhyNot.EndsElsewhere(
                instance("TMRcvPrepared", 62, of("r2")),
                List.of(new Difference("tmPrepared", "{\"r2\"}", "{\"r1\", \"r2\"}")));
        Blocked blocked = new Blocked(
                event, lastState(prepared().build()), List.of(why), enabled(), could("tmPrepared"), Optional.empty());
        return trace(
                new Outcome.Diverges(),
                new RunResult(
                        "tx-2",
                        9,
                        4,
                        5,
                        new Outcome.Diverges(),
                        Optional.of(prepared().forbidden(event).build()),
                        List.of(),
                        Optional.of(new Divergence(4, 9, List.of(blocked), 1))));
    }

    /** Every kind of reason, in a trace of three runs. */
    static TraceCheckResult everyReason(String text) {
        TreeMap<String, String> values = new TreeMap<>(Map.of(text, text, "RM", "{\"r1\"}"));
        SourceRange place = new SourceRange("TwoPhase", 130, 9, 130, 20);
        ActionInstance action = instance("TMRcvPrepared", 62, of(text));
        List<Difference> differences = List.of(new Difference("tmState[" + text + "]", text, "\"init\""));
        Event event =
                event("tm", "TMRcvPrepared", Map.of("rm", of(text)), "Coordinator.java:61", 6, seen("tmPrepared"));
        Blocked blocked = new Blocked(
                event,
                lastState(start().build()),
                List.of(
                        new WhyNot.OutOfBounds(action, place, "rm \\in " + text, values),
                        new WhyNot.StartsElsewhere(action, differences),
                        new WhyNot.EndsElsewhere(action, differences),
                        new WhyNot.EvaluationError(action, "Attempted to apply " + text),
                        new WhyNot.FalseConjunct(action, place, text, values)),
                List.of(),
                could(text),
                Optional.of(event));
        Divergence divergence = new Divergence(0, 3, List.of(blocked, blocked), 1);
        Outcome diverges = new Outcome.Diverges();
        Outcome violates = new Outcome.Violates("Consistent", PropertyKind.INVARIANT);
        return trace(
                diverges,
                new RunResult(
                        "tx-1", 3, 3, 4, violates, Optional.of(committedAndAborted()), List.of(), Optional.empty()),
                new RunResult("tx-2", 3, 0, 1, diverges, Optional.empty(), List.of(), Optional.of(divergence)),
                new RunResult("tx-3", 3, 0, 1, diverges, Optional.empty(), List.of(), Optional.of(divergence)));
    }

    private static Optional<Fit> could(String without) {
        return Optional.of(new Fit(List.of(without), instance("TMRcvPrepared", 62, of("r2")), 2));
    }

    static TraceCheckResult trace(Outcome outcome, RunResult... runs) {
        return new TraceCheckResult(
                "demo-7",
                Optional.of("TwoPhase"),
                outcome,
                List.of(runs),
                List.of(),
                List.of("The last line of demo-7.ndjson is torn and was left out."),
                Collections.emptySortedMap(),
                "plumb validate TwoPhase traces/demo-7.ndjson",
                Duration.ofMillis(184));
    }

    static Behaviour committedAndAborted() {
        return start().with("rmState", row("r1", "prepared"))
                .with("msgs", plus(vote("r1")))
                .step("r1", "RMPrepare(\"r1\")", 84)
                .with("rmState", row("r2", "prepared"))
                .with("msgs", plus(vote("r2")))
                .step("r2", "RMPrepare(\"r2\")", 84)
                .with("tmPrepared", setOf("r1"))
                .step("tm", "TMRcvPrepared(\"r1\")", 62)
                .with("tmPrepared", setOf("r1", "r2"))
                .step("tm", "TMRcvPrepared(\"r2\")", 62)
                .with("tmState", of("committed"))
                .with("msgs", plus(COMMIT))
                .step("tm", "TMCommit", 69)
                .with("rmState", row("r1", "committed"))
                .step("r1", "RMRcvCommitMsg(\"r1\")", 103)
                .with("rmState", row("r3", "aborted"))
                .step("r3", "RMChooseToAbort(\"r3\")", 95)
                .message(2, 4, vote("r1").toString())
                .message(3, 5, vote("r2").toString())
                .message(6, 7, COMMIT.toString())
                .build();
    }

    static Behaviour losesForEver() {
        return start().with("rmState", row("r1", "prepared"))
                .with("msgs", plus(vote("r1")))
                .step("r1", "RMPrepare(\"r1\")", 84)
                .with("msgs", set())
                .environment("LoseMessage", 120)
                .with("msgs", plus(vote("r1")))
                .step("r1", "RMResend(\"r1\")", 126)
                .unread(2, vote("r1").toString())
                .unread(4, vote("r1").toString())
                .loopsTo(3)
                .build();
    }

    static Behaviour commitsTooEarly() {
        return prepared().forbidden(commit()).unread(3, vote("r2").toString()).build();
    }

    /** Up to the first vote that arrives. */
    static BehaviourBuilder prepared() {
        return start().with("rmState", row("r1", "prepared"))
                .with("msgs", plus(vote("r1")))
                .recorded("RMPrepare(\"r1\")", 84, prepare("r1", 2))
                .with("rmState", row("r2", "prepared"))
                .with("msgs", plus(vote("r2")))
                .recorded("RMPrepare(\"r2\")", 84, prepare("r2", 3))
                .with("tmPrepared", setOf("r1"))
                .recorded(
                        "TMRcvPrepared(\"r1\")",
                        62,
                        event("tm", "TMRcvPrepared", Map.of("rm", of("r1")), "Coordinator.java:61", 4, new TreeMap<>()))
                .message(2, 4, vote("r1").toString());
    }

    static BehaviourBuilder start() {
        return new BehaviourBuilder("tm", "r1", "r2", "r3")
                .with("rmState", record(Map.of("r1", of("working"), "r2", of("working"), "r3", of("working"))))
                .with("tmState", of("init"))
                .with("tmPrepared", set())
                .with("msgs", set())
                .initially();
    }

    static Divergence tooEarly() {
        TreeMap<String, String> values =
                new TreeMap<>(Map.of("tmPrepared", "{\"r1\"}", "RM", "{\"r1\", \"r2\", \"r3\"}"));
        WhyNot commit = new WhyNot.FalseConjunct(
                instance("TMCommit", 69), new SourceRange("TwoPhase", 71, 6, 71, 20), "tmPrepared = RM", values);
        WhyNot abort = new WhyNot.FalseConjunct(
                instance("RMChooseToAbort", 95, of("r1")),
                new SourceRange("TwoPhase", 96, 6, 96, 30),
                "rmState[rm] = \"working\"",
                new TreeMap<>(Map.of("rmState[rm]", "\"prepared\"", "rm", "\"r1\"")));
        Event other = event("r1", "RMChooseToAbort", Map.of("rm", of("r1")), "Participant.java:57", 6, new TreeMap<>());
        SortedMap<String, TlaValue> state = lastState(prepared().build());
        return new Divergence(
                3,
                9,
                List.of(
                        new Blocked(commit(), state, List.of(commit), enabled(), Optional.empty(), Optional.empty()),
                        new Blocked(other, state, List.of(abort), enabled(), Optional.empty(), Optional.empty())),
                2);
    }

    static Event event(
            String process,
            String action,
            Map<String, TlaValue> arguments,
            String at,
            int line,
            SortedMap<String, Observation> state) {
        return new Event(
                new Source("traces/demo-7.ndjson", line),
                Optional.of(process),
                Optional.empty(),
                Optional.of(action),
                new Event.Arguments.Named(arguments),
                new TreeMap<>(),
                state,
                new TreeMap<>(Map.of(process, (long) line)),
                Optional.of(at));
    }

    static TlaValue vote(String rm) {
        return record(Map.of("type", of("Prepared"), "rm", of(rm)));
    }

    private static Event commit() {
        TreeMap<String, Observation> state = new TreeMap<>(Map.of("tmState", new Observation.Whole(of("committed"))));
        return event("tm", "TMCommit", Map.of(), "Coordinator.java:88", 5, state);
    }

    private static Event prepare(String rm, int line) {
        TreeMap<String, Observation> rows = new TreeMap<>(Map.of(rm, new Observation.Whole(of("prepared"))));
        TreeMap<String, Observation> state = new TreeMap<>(Map.of("rmState", new Observation.Part(rows)));
        return event(rm, "RMPrepare", Map.of("rm", of(rm)), "Participant.java:41", line, state);
    }

    private static SortedMap<String, Observation> seen(String variable) {
        return new TreeMap<>(Map.of(variable, new Observation.Whole(setOf("r2"))));
    }

    private static List<ActionInstance> enabled() {
        return List.of(
                instance("TMRcvPrepared", 62, of("r2")),
                instance("TMAbort", 77),
                instance("RMPrepare", 84, of("r3")),
                instance("RMChooseToAbort", 95, of("r3")));
    }

    private static ActionInstance instance(String name, int line, TlaValue... arguments) {
        LinkedHashMap<String, TlaValue> named = new LinkedHashMap<>();
        List.of(arguments).forEach(argument -> named.put("rm", argument));
        return new ActionInstance(name, named, BehaviourBuilder.place(line));
    }

    private static SortedMap<String, TlaValue> lastState(Behaviour behaviour) {
        return Verdict.last(behaviour).state();
    }

    private static UnaryOperator<TlaValue> row(String key, String value) {
        return function -> {
            TreeMap<TlaValue, TlaValue> rows = new TreeMap<>(((TlaValue.Fn) function).entries());
            rows.put(of(key), of(value));
            return new TlaValue.Fn(rows);
        };
    }

    private static UnaryOperator<TlaValue> plus(TlaValue element) {
        return set -> {
            TreeSet<TlaValue> elements = new TreeSet<>(((TlaValue.SetOf) set).elements());
            elements.add(element);
            return new TlaValue.SetOf(elements);
        };
    }
}
