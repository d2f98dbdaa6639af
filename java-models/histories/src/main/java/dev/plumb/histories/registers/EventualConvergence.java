package dev.plumb.histories.registers;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.ConsistencyModel;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When nobody writes any more, all clients come to read the same. How long that takes is not said, so a finite history can
 * only show what was read last: for each register, the last reads of the clients after all writes had ended must agree.
 * Let clients read once more after they have waited long enough.
 *
 * @param init the value of a register that was never written
 */
public record EventualConvergence(TlaValue init) implements ConsistencyModel {
    @Override
    public String name() {
        return "eventual";
    }

    @Override
    public Judgement judge(History history, Budget budget) {
        ReadsAndWrites calls = ReadsAndWrites.of(history, init, name());
        Optional<Contradiction> thinAir = calls.thinAir().map(CausalConsistency.Patterns::thinAir);
        if (thinAir.isPresent()) {
            return new Judgement.Forbidden(thinAir.get());
        }
        Map<Optional<TlaValue>, List<Call>> byKey = new LinkedHashMap<>();
        history.calls().stream().filter(call -> !call.hasFailed()).forEach(call -> byKey.computeIfAbsent(
                        call.key(), key -> new ArrayList<>())
                .add(call));
        int compared = 0;
        boolean isOpen = false;
        for (List<Call> register : byKey.values()) {
            List<Call> last = lastReads(register);
            Optional<Call> other = last.stream()
                    .filter(call -> !call.result().equals(last.get(0).result()))
                    .findFirst();
            boolean mayStillChange = register.stream()
                    .anyMatch(call -> call.isUnanswered() && call.operation().equals("write"));
            isOpen |= other.isPresent() && mayStillChange;
            if (other.isPresent() && !mayStillChange) {
                return new Judgement.Forbidden(disagree(last.get(0), other.get()));
            }
            compared += last.size() < 2 ? 0 : 1;
        }
        return isOpen ? new Judgement.Unknown("a write without an answer, which may still take effect") : of(compared);
    }

    private static Judgement of(int compared) {
        return compared == 0
                ? new Judgement.Vacuous("no two clients read the same register after the last write had ended")
                : new Judgement.Allowed(List.of());
    }

    private static List<Call> lastReads(List<Call> register) {
        long settled = register.stream()
                .filter(call -> call.operation().equals("write") && call.hasReturned())
                .mapToLong(Call::end)
                .max()
                .orElse(Long.MIN_VALUE);
        Map<String, Call> last = new LinkedHashMap<>();
        register.stream()
                .filter(call -> call.result().isPresent() && call.operation().equals("read"))
                .filter(call -> call.start() > settled)
                .forEach(call -> last.put(call.client(), call));
        return List.copyOf(last.values());
    }

    private static Contradiction disagree(Call one, Call other) {
        String sentence = "The last reads of " + one.client() + " and " + other.client()
                + " after all writes had ended do not agree: " + one.text() + " and " + other.text() + ".";
        return Contradiction.of(sentence, List.of(one, other), List.of());
    }
}
