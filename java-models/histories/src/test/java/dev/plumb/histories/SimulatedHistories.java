package dev.plumb.histories;

import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Long histories of a register that is right: each call takes effect at a random moment while it is under way. */
public final class SimulatedHistories {
    private static final int TURN = 100;

    private SimulatedHistories() {}

    private record Planned(Call call, long moment) {}

    /**
     * A history in which all clients call all the time.
     *
     * @param unanswered about so many of the writes get no answer; each of them takes effect or not, and its client goes on
     */
    public static History ofRegister(int calls, int clients, int unanswered, long seed) {
        Random random = new Random(seed);
        long[] free = new long[clients];
        List<Planned> planned = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            int client = earliest(free);
            long start = free[client] + 1 + random.nextInt(TURN / 10);
            long end = start + 1 + random.nextInt(TURN);
            free[client] = end;
            long moment = start + random.nextInt((int) (end - start + 1));
            planned.add(new Planned(call(i, "c" + client, start, end, random.nextBoolean()), moment));
        }
        return History.of("simulated", answered(planned, calls, unanswered, random));
    }

    private static int earliest(long[] free) {
        return IntStream.range(0, free.length)
                .boxed()
                .min((a, b) -> Long.compare(free[a], free[b]))
                .orElseThrow();
    }

    private static Call call(int number, String client, long start, long end, boolean isWrite) {
        return new Call(
                0,
                client,
                Optional.empty(),
                isWrite ? "write" : "read",
                isWrite ? List.of(TlaValue.of(number)) : List.of(),
                start,
                new Answer.Returned(end, Optional.empty()),
                Optional.empty());
    }

    private static List<Call> answered(List<Planned> planned, int calls, int unanswered, Random random) {
        planned.sort((a, b) -> Long.compare(a.moment(), b.moment()));
        List<Call> answered = new ArrayList<>();
        TlaValue value = KnownObjects.NONE;
        for (Planned each : planned) {
            Call call = each.call();
            if (call.operation().equals("read")) {
                answered.add(call.with(new Answer.Returned(call.end(), Optional.of(value))));
            } else {
                boolean isLost = random.nextInt(calls) < 2 * unanswered;
                value = isLost && random.nextBoolean()
                        ? value
                        : call.arguments().get(0);
                answered.add(isLost ? call.with(new Answer.None()) : call);
            }
        }
        return answered;
    }
}
