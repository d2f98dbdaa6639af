package dev.plumb.report;

import static dev.plumb.traces.TlaValue.of;
import static dev.plumb.traces.TlaValue.setOf;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Incident;
import dev.plumb.core.Behaviour.Lanes;
import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Divergence;
import dev.plumb.core.Divergence.Blocked;
import dev.plumb.core.Explained;
import dev.plumb.core.Explained.Moment;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.Cell;
import dev.plumb.kernel.api.LoopFairness;
import dev.plumb.kernel.api.LoopFairness.Demand;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.OpenFormula.Part;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Event;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Results with all that a page can show of them. */
final class Stories {
    private Stories() {}

    /** {@code Consistent == \A a, b \in RM : ~ (rmState[a] = "aborted" /\ rmState[b] = "committed")}. */
    static ModelCheckResult violation() {
        OpenFormula aborted = leaf(Part.CONJUNCT, "rmState[a] = \"aborted\"", 131, true, "r3", "aborted");
        OpenFormula committed = leaf(Part.CONJUNCT, "rmState[b] = \"committed\"", 132, true, "r1", "committed");
        OpenFormula both = node(
                Part.NEGATED, "rmState[a] = \"aborted\" /\\ rmState[b] = \"committed\"", 131, true, aborted, committed);
        OpenFormula not = witnessed(
                Map.of("a", of("r3"), "b", of("r1")),
                "~ (rmState[a] = \"aborted\" /\\ rmState[b] = \"committed\")",
                both);
        OpenFormula property = node(
                Part.ROOT,
                "\\A a, b \\in RM : ~ (rmState[a] = \"aborted\" /\\ rmState[b] = \"committed\")",
                130,
                false,
                not);
        Explained explained = new Explained(
                Optional.of("shortest (proven by breadth-first search to depth 8)"),
                Optional.of("independent steps were brought together; changes of process: 5 instead of 6"),
                Optional.of(property),
                moments(8, List.of(instance("RMRcvCommitMsg", "r2"), instance("RMRcvCommitMsg", "r1"))),
                List.of());
        return TwoPhase.model(
                new Outcome.Violates("Consistent", PropertyKind.INVARIANT),
                Optional.of(TwoPhase.committedAndAborted().with(explained).orBy(List.of(withoutCoordinator()))),
                TwoPhase.counted(1531, 402, 57, 8));
    }

    /** Of the same steps those of the participants. */
    private static Lanes withoutCoordinator() {
        List<Optional<String>> owners = TwoPhase.committedAndAborted().steps().stream()
                .map(step -> step.lane().filter(lane -> !lane.equals("tm")))
                .toList();
        return new Lanes(
                List.of("r1", "r2", "r3"),
                "inferred from the domain of rmState, which owns 4 of 7 steps",
                owners,
                List.of(new Message(2, OptionalInt.of(7), "vote")),
                List.of(new Incident(7, "r1", Incident.Kind.TOUCHED)));
    }

    /** A coordinator that commits after one of two votes, with what it could have done instead. */
    static TraceCheckResult divergence() {
        RunResult run = TwoPhase.divergence().runs().get(0);
        List<ActionInstance> instead =
                run.divergence().orElseThrow().blocked().get(0).enabled();
        Explained explained =
                new Explained(Optional.empty(), Optional.empty(), Optional.empty(), moments(4, instead), List.of());
        return TwoPhase.trace(
                run.outcome(),
                new RunResult(
                        run.name(),
                        run.events(),
                        run.matched(),
                        run.states(),
                        run.outcome(),
                        run.behaviour().map(behaviour -> behaviour.with(explained)),
                        run.judged(),
                        run.divergence()));
    }

    /** A network that loses what is sent again, for ever, although the coordinator could read it now and then. */
    static ModelCheckResult lasso() {
        List<LoopFairness> fairness = List.of(
                new LoopFairness("TMRcvPrepared(\"r1\")", Demand.WEAK, place(62), List.of(3, 4), List.of(4), List.of()),
                new LoopFairness("RMResend(\"r1\")", Demand.WEAK, place(126), List.of(3, 4), List.of(3), List.of(4)),
                new LoopFairness("TMAbort", Demand.NONE, place(77), List.of(3, 4), List.of(3, 4), List.of()));
        Behaviour behaviour = TwoPhase.losesForEver();
        Behaviour lossy = new Behaviour(
                behaviour.lanes(),
                behaviour.lanesBy(),
                behaviour.steps(),
                List.of(
                        lost(2, 3, TwoPhase.vote("r1").toString()),
                        lost(4, 3, TwoPhase.vote("r1").toString())),
                behaviour.loopsTo());
        return TwoPhase.model(
                new Outcome.Violates("Termination", PropertyKind.TEMPORAL),
                Optional.of(lossy.with(
                        new Explained(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), fairness))),
                TwoPhase.counted(2044, 512, 0, 13));
    }

    static ModelCheckResult crashed() {
        return TwoPhase.model(new Outcome.Deadlocks(), Optional.of(crash()), TwoPhase.counted(2, 2, 0, 2));
    }

    /** A participant crashes, another step touches it, it comes back; one message is lost, another never read. */
    static Behaviour crash() {
        Behaviour plain = TwoPhase.start()
                .with("rmState", of("a"))
                .step("r1", "RMPrepare(\"r1\")", 84)
                .with("rmState", of("b"))
                .step("r1", "Crash(\"r1\")", 140)
                .with("tmState", of("waiting"))
                .step("tm", "TMSuspect(\"r1\")", 144)
                .with("rmState", of("c"))
                .step("r1", "Restart(\"r1\")", 148)
                .with("tmPrepared", setOf("r2"))
                .step("r2", "RMPrepare(\"r2\")", 84)
                .build();
        List<Message> messages = List.of(
                lost(2, 3, "[type |-> \"Prepared\"]"),
                new Message(
                        6, OptionalInt.empty(), "vote", OptionalInt.empty(), Optional.of("tm"), Optional.of("msgs")));
        List<Incident> incidents = List.of(
                new Incident(3, "r1", Incident.Kind.CRASH),
                new Incident(4, "r2", Incident.Kind.TOUCHED),
                new Incident(5, "r1", Incident.Kind.RESTART));
        return new Behaviour(
                plain.lanes(),
                plain.lanesBy(),
                plain.steps(),
                messages,
                plain.loopsTo(),
                List.of(),
                incidents,
                Explained.NOTHING,
                List.of());
    }

    /** A trace of so many events of which the page gets the last ones, and of which some were never reached. */
    static TraceCheckResult longTrace(int events, int kept) {
        List<Step> steps = new ArrayList<>();
        SortedMap<String, TlaValue> state =
                new TreeMap<>(Map.of("clock", of(0), "queue", TlaValue.tuple(), "seen", setOf()));
        for (int i = events - kept; i <= events; i++) {
            String process = "p" + i % 4;
            if (i < events) {
                state.put("clock", of(i));
                state.put(
                        "queue",
                        TlaValue.tuple(
                                IntStream.range(i, i + 3).mapToObj(TlaValue::of).toList()));
            }
            boolean isRecorded = i % 10 != 7;
            steps.add(new Step(
                    i + 1,
                    i == 0 ? Optional.empty() : Optional.of("Tick(\"" + process + "\")"),
                    i == 0 ? Optional.empty() : Optional.of(place(12)),
                    i > 0 && isRecorded ? Optional.of(tick(process, i)) : Optional.empty(),
                    i > 0 && isRecorded ? Optional.of(process) : Optional.empty(),
                    new TreeMap<>(state),
                    i == events));
        }
        List<Message> messages = steps.stream()
                .skip(1)
                .filter(step -> step.number() % 6 == 0 && step.number() + 3 <= events)
                .map(step -> new Message(
                        step.number(), OptionalInt.of(step.number() + 3), "[tick |-> " + step.number() + "]"))
                .toList();
        Behaviour behaviour =
                new Behaviour(List.of("p0", "p1", "p2", "p3"), "as recorded", steps, messages, OptionalInt.empty());
        return TwoPhase.trace(
                new Outcome.Diverges(),
                new RunResult(
                        "",
                        events + 500,
                        events - 1,
                        events,
                        new Outcome.Diverges(),
                        Optional.of(behaviour),
                        List.of(),
                        Optional.of(new Divergence(
                                events - 1, events + 500, List.of(blocked(steps.get(steps.size() - 1))), 2))));
    }

    /** Everything that could break a page: markup, quotes, 4-byte characters, large values of every kind. */
    static ModelCheckResult hostile() {
        String text = "</script><script>document.title = 'taken'</script>\"'`${1}\\ \u0000\u001b\u202e😀";
        TreeMap<TlaValue, TlaValue> large = new TreeMap<>();
        IntStream.range(0, 10_000).forEach(i -> large.put(of("k" + i), of(i)));
        TreeSet<TlaValue> set = new TreeSet<>(large.keySet());
        BehaviourBuilder builder = new BehaviourBuilder("p" + text)
                .with("big", TlaValue.set(set))
                .with("rows", new TlaValue.Fn(large))
                .with("text", of("a".repeat(1_000_000)))
                .with(text, of(text))
                .initially();
        set.add(of("k5000a"));
        set.remove(of("k7000"));
        large.put(of("k6000"), of("changed " + text));
        return TwoPhase.model(
                new Outcome.Violates(text, PropertyKind.INVARIANT),
                Optional.of(builder.with("big", TlaValue.set(set))
                        .with("rows", new TlaValue.Fn(large))
                        .with("text", of("a".repeat(1_000_000) + "b"))
                        .step("p" + text, text, 3)
                        .unread(2, text)
                        .build()),
                TwoPhase.counted(2, 2, 0, 2));
    }

    private static Blocked blocked(Step step) {
        TreeMap<String, String> values = new TreeMap<>(Map.of("clock", Integer.toString(step.number() - 2)));
        WhyNot late = new WhyNot.FalseConjunct(instance("Tick", "p0"), place(14), "clock < Limit", values);
        return new Blocked(
                step.event().orElseThrow(),
                step.state(),
                List.of(late),
                List.of(instance("Reset", "p0")),
                Optional.empty(),
                Optional.empty());
    }

    private static Event tick(String process, int number) {
        return TwoPhase.event(
                process, "Tick", Map.of("p", of(process)), "Clock.java:" + (20 + number % 4), number, new TreeMap<>());
    }

    private static Message lost(int from, int at, String label) {
        return new Message(
                from, OptionalInt.empty(), label, OptionalInt.of(at), Optional.of("tm"), Optional.of("msgs"));
    }

    /** After each step the same can be taken; of the last of eight it is told why that one could. */
    private static List<Moment> moments(int steps, List<ActionInstance> enabled) {
        OpenFormula action = node(
                Part.ROOT,
                "/\\ rmState[rm] = \"working\" /\\ rmState' = [rmState EXCEPT ![rm] = \"aborted\"]",
                95,
                true,
                leaf(Part.CONJUNCT, "rmState[rm] = \"working\"", 96, true, "r3", "working"),
                leaf(Part.CONJUNCT, "rmState' = [rmState EXCEPT ![rm] = \"aborted\"]", 97, true, "r3", "working"));
        TreeMap<String, String> values = new TreeMap<>(Map.of("rmState[rm]", "\"aborted\"", "rm", "\"r3\""));
        WhyNot abort =
                new WhyNot.FalseConjunct(instance("RMPrepare", "r3"), place(84), "rmState[rm] = \"working\"", values);
        return IntStream.rangeClosed(1, steps)
                .mapToObj(
                        i -> new Moment(i, i == 8 ? Optional.of(action) : Optional.empty(), enabled, List.of(abort), 3))
                .toList();
    }

    private static OpenFormula leaf(Part part, String text, int line, boolean value, String key, String is) {
        TreeMap<String, String> values = new TreeMap<>(Map.of("rmState[\"" + key + "\"]", "\"" + is + "\""));
        TreeSet<Cell> read = new TreeSet<>(List.of(Cell.of("rmState", false).at(of(key))));
        return new OpenFormula(
                part,
                text,
                place(line),
                Optional.of(value),
                new TreeMap<>(),
                values,
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                0,
                read);
    }

    private static OpenFormula node(Part part, String text, int line, boolean value, OpenFormula... parts) {
        TreeSet<Cell> read = new TreeSet<>();
        Arrays.stream(parts).forEach(child -> read.addAll(child.read()));
        return new OpenFormula(
                part,
                text,
                place(line),
                Optional.of(value),
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(parts),
                0,
                read);
    }

    private static OpenFormula witnessed(Map<String, TlaValue> witness, String text, OpenFormula child) {
        return new OpenFormula(
                Part.OF_EACH,
                text,
                place(131),
                Optional.of(false),
                new TreeMap<>(witness),
                new TreeMap<>(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(child),
                0,
                child.read());
    }

    private static ActionInstance instance(String name, String argument) {
        LinkedHashMap<String, TlaValue> arguments = new LinkedHashMap<>();
        arguments.put("rm", of(argument));
        return new ActionInstance(name, arguments, place(80));
    }

    private static SourceRange place(int line) {
        return BehaviourBuilder.place(line);
    }
}
