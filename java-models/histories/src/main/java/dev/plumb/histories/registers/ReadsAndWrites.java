package dev.plumb.histories.registers;

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

/**
 * Calls of registers in which every value is written once, so that it is known which write a read has seen. Calls that
 * failed or tell nothing are left out: reads without a result, and writes without an answer that nobody has seen.
 */
final class ReadsAndWrites {
    static final int INITIAL = -1;
    private static final int THIN_AIR = -2;
    private static final String SAME_CLIENT = "the same client made them in this order";

    private final TlaValue init;
    private final List<Call> calls;
    private final int[] seen;

    private ReadsAndWrites(TlaValue init, List<Call> calls, int[] seen) {
        this.init = init;
        this.calls = calls;
        this.seen = seen;
    }

    private record Written(Optional<TlaValue> key, TlaValue value) {}

    static ReadsAndWrites of(History history, TlaValue init, String model) {
        List<Call> said = history.calls().stream()
                .filter(call ->
                        isWrite(call, model) ? !call.hasFailed() : call.result().isPresent())
                .toList();
        Map<Written, Call> writes = new HashMap<>();
        for (Call call : said) {
            if (isWrite(call, model) && writes.putIfAbsent(written(call, init), call) != null) {
                throw HistoryProblems.valueIsWrittenTwice(call, call.arguments().get(0));
            }
        }
        List<Call> known = said.stream()
                .filter(call -> !call.isUnanswered()
                        || said.stream()
                                .anyMatch(read -> !isWrite(read, model)
                                        && read.key().equals(call.key())
                                        && read.result()
                                                .equals(Optional.of(
                                                        call.arguments().get(0)))))
                .toList();
        int[] seen = new int[known.size()];
        Arrays.setAll(seen, i -> isWrite(known.get(i), model) ? INITIAL : seen(known.get(i), writes, known, init));
        return new ReadsAndWrites(init, known, seen);
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

    private static int seen(Call read, Map<Written, Call> writes, List<Call> known, TlaValue init) {
        TlaValue value = read.result().orElseThrow();
        if (value.equals(init)) {
            return INITIAL;
        }
        Call write = writes.get(new Written(read.key(), value));
        return write == null ? THIN_AIR : known.indexOf(write);
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

    TlaValue init() {
        return init;
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
