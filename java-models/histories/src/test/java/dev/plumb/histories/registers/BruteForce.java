package dev.plumb.histories.registers;

import dev.plumb.histories.Call;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.histories.registers.CausalConsistency.Kind;
import dev.plumb.histories.registers.SessionGuarantees.Guarantee;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The definitions, read aloud, for few calls: causal consistency as in sections 3.2 to 3.4 of Bouajjani et al. 2017, by
 * trying every partial order, and session guarantees as in section 3 of Terry et al. 1994, by trying every order of the
 * writes and every content of a copy.
 */
final class BruteForce {
    private static final Map<Integer, List<boolean[][]>> ORDERS = new HashMap<>();

    private final List<Call> calls;
    private final int n;

    BruteForce(List<Call> calls) {
        this.calls = calls;
        this.n = calls.size();
    }

    boolean is(Kind kind) {
        return ORDERS.computeIfAbsent(n, BruteForce::partialOrders).stream()
                .filter(this::keepsSessions)
                .anyMatch(order -> switch (kind) {
                    case CAUSAL -> IntStream.range(0, n).allMatch(o -> isExplained(o, order, false));
                    case CAUSAL_MEMORY -> IntStream.range(0, n).allMatch(o -> isExplained(o, order, true));
                    case CAUSAL_CONVERGENCE -> isArbitrated(order);
                });
    }

    private boolean isEarlier(int a, int b) {
        return calls.get(a).client().equals(calls.get(b).client())
                && calls.get(a).end() < calls.get(b).start();
    }

    private boolean keepsSessions(boolean[][] order) {
        return IntStream.range(0, n)
                .allMatch(a -> IntStream.range(0, n).allMatch(b -> !isEarlier(a, b) || order[a][b]));
    }

    /** The causal past of o and then o have an order that the register allows, where results of others may be hidden. */
    private boolean isExplained(int o, boolean[][] order, boolean keepsOwn) {
        List<Integer> past =
                IntStream.range(0, n).filter(a -> order[a][o]).boxed().toList();
        return permutations(past, run -> {
            List<Integer> whole = new ArrayList<>(run);
            whole.add(o);
            return respects(run, order) && isRun(whole, a -> a == o || (keepsOwn && isEarlier(a, o)));
        });
    }

    private boolean isArbitrated(boolean[][] order) {
        return permutations(
                IntStream.range(0, n).boxed().toList(),
                total -> respects(total, order)
                        && IntStream.range(0, n).allMatch(o -> {
                            List<Integer> run = new ArrayList<>(total);
                            run.removeIf(a -> !order[a][o]);
                            run.add(o);
                            return isRun(run, a -> a == o);
                        }));
    }

    private static boolean respects(List<Integer> run, boolean[][] order) {
        for (int i = 0; i < run.size(); i++) {
            for (int j = i + 1; j < run.size(); j++) {
                if (order[run.get(j)][run.get(i)]) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isRun(List<Integer> run, Predicate<Integer> isSeen) {
        Map<Optional<TlaValue>, TlaValue> values = new HashMap<>();
        for (int a : run) {
            Call call = calls.get(a);
            if (call.operation().equals("write")) {
                values.put(call.key(), call.arguments().get(0));
            } else if (isSeen.test(a)
                    && !call.result().equals(Optional.of(values.getOrDefault(call.key(), KnownObjects.NONE)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean permutations(List<Integer> some, Predicate<List<Integer>> test) {
        return permutations(List.of(), some, test);
    }

    private static boolean permutations(List<Integer> begun, List<Integer> rest, Predicate<List<Integer>> test) {
        if (rest.isEmpty()) {
            return test.test(begun);
        }
        for (Integer next : rest) {
            List<Integer> longer = new ArrayList<>(begun);
            longer.add(next);
            List<Integer> fewer = new ArrayList<>(rest);
            fewer.remove(next);
            if (permutations(longer, fewer, test)) {
                return true;
            }
        }
        return false;
    }

    /** All strict partial orders of 0 to n - 1: for each pair before, after or neither, where that is transitive. */
    private static List<boolean[][]> partialOrders(int n) {
        List<boolean[][]> orders = new ArrayList<>();
        int pairs = n * (n - 1) / 2;
        for (int choice = 0; choice < Math.pow(3, pairs); choice++) {
            boolean[][] order = new boolean[n][n];
            int rest = choice;
            for (int a = 0; a < n; a++) {
                for (int b = a + 1; b < n; b++) {
                    order[a][b] = rest % 3 == 1;
                    order[b][a] = rest % 3 == 2;
                    rest /= 3;
                }
            }
            if (isTransitive(order)) {
                orders.add(order);
            }
        }
        return orders;
    }

    private static boolean isTransitive(boolean[][] order) {
        int n = order.length;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                for (int c = 0; c < n; c++) {
                    if (order[a][b] && order[b][c] && !order[a][c]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    boolean are(Set<Guarantee> guarantees) {
        List<Integer> writes = IntStream.range(0, n)
                .filter(a -> calls.get(a).operation().equals("write"))
                .boxed()
                .toList();
        return permutations(
                writes,
                order -> areWritesInOrder(order, guarantees)
                        && IntStream.range(0, n)
                                .filter(a -> !writes.contains(a))
                                .allMatch(read -> someCopy(read, order, guarantees)));
    }

    private boolean areWritesInOrder(List<Integer> order, Set<Guarantee> guarantees) {
        for (int w : order) {
            for (int before : mustHave(w, guarantees)) {
                if (order.indexOf(before) < 0 || order.indexOf(before) >= order.indexOf(w)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What a copy with the write w must have; -1 for a value that nobody wrote. */
    private List<Integer> mustHave(int w, Set<Guarantee> guarantees) {
        List<Integer> must = new ArrayList<>();
        for (int a = 0; a < n; a++) {
            boolean isWrite = calls.get(a).operation().equals("write");
            if (isEarlier(a, w) && isWrite && guarantees.contains(Guarantee.MONOTONIC_WRITES)) {
                must.add(a);
            } else if (isEarlier(a, w) && !isWrite && guarantees.contains(Guarantee.WRITES_FOLLOW_READS)) {
                seen(a).ifPresent(must::add);
            }
        }
        return must;
    }

    private Optional<Integer> seen(int read) {
        TlaValue value = calls.get(read).result().orElseThrow();
        if (value.equals(KnownObjects.NONE)) {
            return Optional.empty();
        }
        return Optional.of(IntStream.range(0, n)
                .filter(a -> calls.get(a).operation().equals("write")
                        && calls.get(a).key().equals(calls.get(read).key())
                        && calls.get(a).arguments().get(0).equals(value))
                .findFirst()
                .orElse(-1));
    }

    private boolean someCopy(int read, List<Integer> order, Set<Guarantee> guarantees) {
        return IntStream.range(0, 1 << order.size()).anyMatch(subset -> {
            List<Integer> copy = IntStream.range(0, order.size())
                    .filter(i -> (subset & 1 << i) != 0)
                    .mapToObj(order::get)
                    .toList();
            List<Integer> run = new ArrayList<>(copy);
            run.add(read);
            return copy.containsAll(mustHaveForRead(read, guarantees))
                    && copy.stream().allMatch(w -> copy.containsAll(mustHave(w, guarantees)))
                    && isRun(run, a -> a == read);
        });
    }

    private List<Integer> mustHaveForRead(int read, Set<Guarantee> guarantees) {
        List<Integer> must = new ArrayList<>();
        for (int a = 0; a < n; a++) {
            boolean isWrite = calls.get(a).operation().equals("write");
            if (isEarlier(a, read) && isWrite && guarantees.contains(Guarantee.READ_YOUR_WRITES)) {
                must.add(a);
            } else if (isEarlier(a, read) && !isWrite && guarantees.contains(Guarantee.MONOTONIC_READS)) {
                seen(a).ifPresent(must::add);
            }
        }
        return must;
    }
}
