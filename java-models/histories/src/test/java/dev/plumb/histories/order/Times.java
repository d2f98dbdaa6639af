package dev.plumb.histories.order;

import dev.plumb.histories.Budget;
import dev.plumb.histories.History;
import dev.plumb.histories.SimulatedHistories;
import dev.plumb.histories.objects.KnownObjects;
import java.util.stream.LongStream;

/** Prints how long linearizability of registers takes, against length, concurrency and calls without an answer. */
final class Times {
    private static final int RUNS = 5;

    private Times() {}

    public static void main(String[] arguments) {
        System.out.println("|   calls | clients | unanswered | milliseconds | judgement |");
        System.out.println("|--------:|--------:|-----------:|-------------:|---|");
        for (int calls : new int[] {1_000, 10_000, 100_000}) {
            print(calls, 5, 0);
        }
        for (int clients : new int[] {2, 10, 20, 50}) {
            print(10_000, clients, 0);
        }
        for (int unanswered : new int[] {10, 100, 1_000}) {
            print(10_000, 5, unanswered);
        }
    }

    private static void print(int calls, int clients, int unanswered) {
        History history = SimulatedHistories.ofRegister(calls, clients, unanswered, 1);
        long millis = LongStream.range(0, RUNS)
                .map(run -> millis(history))
                .sorted()
                .skip(RUNS / 2)
                .findFirst()
                .orElseThrow();
        System.out.printf(
                "| %7d | %7d | %10d | %12d | %s |%n",
                calls, clients, unanswered, millis, judge(history).getClass().getSimpleName());
    }

    private static long millis(History history) {
        long begun = System.nanoTime();
        judge(history);
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static Object judge(History history) {
        return new Linearizability<>(KnownObjects.register()).judge(history, Budget.standard());
    }
}
