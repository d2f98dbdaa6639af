package dev.plumb.histories;

import dev.plumb.core.Outcome;
import dev.plumb.histories.objects.SequentialSpec;
import dev.plumb.report.CallsResult;
import dev.plumb.report.CallsResult.Part;
import dev.plumb.report.CallsResult.SeenCall;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Holds a history against a model, and says what came of it in the words of all checks: for reports, wherever the history
 * came from. Nothing is read or written.
 *
 * @param object that was called
 * @param minimum what the history must have at least: one that is allowed and weaker has shown nothing
 */
public record HistoryCheck(ConsistencyModel model, SequentialSpec<?> object, Strength.Minimum minimum) {

    /**
     * Checks a history.
     *
     * @param command with which the user repeats the check
     */
    public CallsResult check(History history, Budget budget, String command) {
        long begun = System.nanoTime();
        Judgement judgement = model.judge(history, budget);
        Duration duration = Duration.ofNanos(System.nanoTime() - begun);
        Strength strength = Strength.of(history, object);
        Outcome outcome = outcome(judgement, strength);
        Map<String, String> names = new LinkedHashMap<>();
        names.put("History", history.name());
        names.put("Model", model.name());
        names.put("Object", object.name());
        return new CallsResult(
                history.name(),
                outcome,
                sentence(history, judgement, outcome),
                names,
                strength.inWords(),
                strength.byName(),
                seen(history, judgement),
                reasons(judgement),
                history.warnings(),
                command,
                duration);
    }

    private Outcome outcome(Judgement judgement, Strength strength) {
        if (judgement instanceof Judgement.Forbidden) {
            return new Outcome.Diverges();
        } else if (judgement instanceof Judgement.Unknown unknown) {
            return new Outcome.Incomplete(unknown.limit());
        } else if (judgement instanceof Judgement.Vacuous vacuous) {
            return new Outcome.Vacuous(vacuous.why());
        }
        return strength.lack(minimum).<Outcome>map(Outcome.Vacuous::new).orElseGet(Outcome.Conforms::new);
    }

    private String sentence(History history, Judgement judgement, Outcome outcome) {
        String subject = "History " + history.name();
        if (judgement instanceof Judgement.Forbidden forbidden) {
            return subject + " does not fit the model " + model.name() + ". "
                    + forbidden.contradiction().sentence();
        } else if (outcome instanceof Outcome.Incomplete incomplete) {
            return "Whether history " + history.name() + " fits the model " + model.name()
                    + " was not found out within " + incomplete.limit() + ".";
        } else if (outcome instanceof Outcome.Vacuous vacuous) {
            return subject + " shows nothing: " + vacuous.why() + (vacuous.why().endsWith(".") ? "" : ".");
        }
        return subject + " fits the model " + model.name() + ".";
    }

    private static List<SeenCall> seen(History history, Judgement judgement) {
        Map<Integer, Integer> places = new HashMap<>();
        Map<Integer, Part> parts = new HashMap<>();
        if (judgement instanceof Judgement.Allowed allowed) {
            allowed.orders().forEach(order -> place(order, places));
        } else if (judgement instanceof Judgement.Forbidden forbidden) {
            Contradiction contradiction = forbidden.contradiction();
            place(contradiction.order(), places);
            contradiction.calls().forEach(call -> parts.put(call.number(), Part.INVOLVED));
            contradiction.failing().ifPresent(call -> parts.put(call.number(), Part.STUCK));
        }
        boolean isEachApart = judgement instanceof Judgement.Allowed allowed
                && allowed.orders().size() > 1;
        return history.calls().stream()
                .map(call -> new SeenCall(
                        call.number(),
                        call.client(),
                        call.text(),
                        call.start(),
                        call.end(),
                        parts.getOrDefault(call.number(), call.hasFailed() ? Part.FAILED : Part.OTHER),
                        places.containsKey(call.number())
                                ? OptionalInt.of(places.get(call.number()))
                                : OptionalInt.empty(),
                        isEachApart ? call.key().map(Object::toString).orElse("") : "",
                        call.source()))
                .toList();
    }

    private static void place(List<Call> order, Map<Integer, Integer> places) {
        int place = 0;
        for (Call call : order) {
            places.put(call.number(), ++place);
        }
    }

    private static List<CallsResult.Reason> reasons(Judgement judgement) {
        Optional<Contradiction> contradiction = judgement instanceof Judgement.Forbidden forbidden
                ? Optional.of(forbidden.contradiction())
                : Optional.empty();
        return contradiction.stream()
                .flatMap(some -> some.reasons().stream())
                .map(reason -> new CallsResult.Reason(
                        reason.before().number(), reason.after().number(), reason.why()))
                .toList();
    }
}
