package dev.plumb.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What clients saw of a register that is right, all of them calling all the time. Every second call is a write; each takes
 * effect at some moment while it is under way.
 *
 * @param unanswered about so many writes get no answer, and their clients go on
 * @param values that are written; fewer than there are calls, and it is not known which write a read has seen
 */
record RegisterHistory(int calls, int clients, int unanswered, int values) {
    private static final int TURN = 100;

    private record Call(int client, boolean isWrite, int value, long start, long moment, long end) {}

    /** The same each time. */
    Path write(Path folder) {
        Random random = new Random(1);
        long[] free = new long[clients];
        List<Call> planned = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            int client = IntStream.range(0, clients)
                    .boxed()
                    .min(Comparator.comparingLong(each -> free[each]))
                    .orElseThrow();
            long start = free[client] + 1 + random.nextInt(TURN / 10);
            long end = start + 1 + random.nextInt(TURN);
            free[client] = end;
            planned.add(new Call(
                    client, i % 2 == 0, i % values, start, start + random.nextInt((int) (end - start + 1)), end));
        }
        planned.sort(Comparator.comparingLong(Call::moment));
        String name = "history-" + calls + "-" + clients + "-" + unanswered + "-" + values;
        try {
            return Files.write(folder.resolve(name + ".ndjson"), lines(name, planned, random));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String name, List<Call> planned, Random random) {
        List<String> lines = new ArrayList<>();
        lines.add("{\"plumb\":1,\"history\":\"" + name + "\",\"spec\":\"register\",\"init\":-1}");
        int value = -1;
        for (Call call : planned) {
            boolean isLost = call.isWrite && random.nextInt(calls) < 2 * unanswered;
            boolean isWritten = call.isWrite && !(isLost && random.nextBoolean());
            value = isWritten ? call.value : value;
            lines.add("{\"client\":\"c" + call.client + "\",\"start\":" + call.start
                    + (isLost ? "" : ",\"end\":" + call.end)
                    + (call.isWrite
                            ? ",\"op\":\"write\",\"args\":[" + call.value + "]}"
                            : ",\"op\":\"read\",\"result\":" + value + "}"));
        }
        return lines;
    }
}
