package dev.plumb.histories.registers;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.histories.HistoryProblems;
import dev.plumb.histories.graph.Precedence;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calls of registers in which every value is written once, so that it is known which write a read has seen. Calls that
 * failed or tell nothing are left out: reads without a result, and writes without an answer that nobody has seen.
 */
final class ReadsAndWrites {
    static final int INITIAL = -1;
    private static final int THIN_AIR = -2;
    private static final String SAME_CLIENT = "the same client made them in this order";

    private final List<Call> calls;
    private final int[] seen;

    private ReadsAndWrites(List<Call> calls, int[] seen) {
        this.calls = calls;
        this.seen = seen;
    }

    private record Written(Optional<TlaValue> key, TlaValue value) {}

    static ReadsAndWrites of(History history, TlaValue init, String model) {
        List<Call> said = history.calls().stream()
                .filter(call ->
                        isWrite(call, model) ? !call.hasFailed() : call.result().isPresent())
                .toList();
        Set<Written> read = said.stream()
                .flatMap(call -> call.result().map(value -> new Written(call.key(), value)).stream())
                .collect(Collectors.toSet());
        List<Call> known = new ArrayList<>();
        Map<Written, Integer> writes = new HashMap<>();
        for (Call call : said) {
            boolean isKnown = true;
            if (isWrite(call, model)) {
                Written written = written(call, init);
                if (writes.putIfAbsent(written, known.size()) != null) {
                    throw HistoryProblems.valueIsWrittenTwice(call, written.value());
                }
                isKnown = call.hasReturned() || read.contains(written);
            }
            if (isKnown) {
                known.add(call);
            }
        }
        int[] seen = new int[known.size()];
        Arrays.setAll(seen, i -> isWrite(known.get(i), model) ? INITIAL : seen(known.get(i), writes, init));
        return new ReadsAndWrites(known, seen);
    }

    private static Written written(Call write, TlaValue init) {
        TlaValue value = write.arguments().get(0);
        if (value.equals(init)) {
            throw HistoryProblems.valueIsWrittenTwice(write, value);
        }
        return new Written(write.key(), value);
    }

    private static boolean isWrite(Call call, String model) {
        int arguments =
                switch (call.operation()) {
                    case "write" -> 1;
                    case "read" -> 0;
                    default -> throw HistoryProblems.operationIsNotForModel(call, model);
                };
        if (call.arguments().size() != arguments) {
            throw HistoryProblems.argumentsAreTooManyOrFew(call, arguments);
        }
        return arguments == 1;
    }

    private static int seen(Call read, Map<Written, Integer> writes, TlaValue init) {
        TlaValue value = read.result().orElseThrow();
        return value.equals(init) ? INITIAL : writes.getOrDefault(new Written(read.key(), value), THIN_AIR);
    }

    /** For each call a set of those before it will be kept, which is what takes memory. */
    void spendOnPasts(Budget budget) {
        budget.spend((long) calls.size() * calls.size() / Long.SIZE);
    }

    int size() {
        return calls.size();
    }

    List<Call> calls() {
        return calls;
    }

    Call call(int index) {
        return calls.get(index);
    }

    boolean isWrite(int index) {
        return calls.get(index).operation().equals("write");
    }

    /** The write that a read has seen, or {@link #INITIAL}. */
    int seenBy(int read) {
        return seen[read];
    }

    boolean areOfOneRegister(int a, int b) {
        return call(a).key().equals(call(b).key());
    }

    /** A read of what nobody wrote. */
    Optional<Call> thinAir() {
        for (int i = 0; i < seen.length; i++) {
            if (seen[i] == THIN_AIR) {
                return Optional.of(calls.get(i));
            }
        }
        return Optional.empty();
    }

    /** The calls of each client, as it made them. No call waits for one without an answer. */
    List<List<Integer>> sessions() {
        Map<String, List<Integer>> sessions = new LinkedHashMap<>();
        for (int i = 0; i < calls.size(); i++) {
            sessions.computeIfAbsent(calls.get(i).client(), client -> new ArrayList<>())
                    .add(i);
        }
        return List.copyOf(sessions.values());
    }

    /** What every client knows of: its own calls in their order, and the writes that it has seen. */
    Precedence knowledge() {
        Precedence knowledge = new Precedence(calls);
        for (List<Integer> session : sessions()) {
            Optional<Integer> last = Optional.empty();
            for (int call : session) {
                last.ifPresent(before -> knowledge.add(before, call, SAME_CLIENT));
                last = call(call).hasReturned() ? Optional.of(call) : last;
            }
        }
        for (int i = 0; i < seen.length; i++) {
            if (!isWrite(i) && seen[i] != INITIAL) {
                knowledge.add(seen[i], i, "the read has seen the write");
            }
        }
        return knowledge;
    }
}
