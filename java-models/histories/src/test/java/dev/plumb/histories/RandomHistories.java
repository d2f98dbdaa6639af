package dev.plumb.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Small random histories of each object, of which a good part is linearizable and a good part is not. */
public final class RandomHistories {
    private RandomHistories() {}

    /** Up to so many calls of three clients; some without an answer, some that failed. */
    public static Arbitrary<History> of(String object, int callsMax) {
        return Arbitraries.randomValue(random -> make(object, 2 + random.nextInt(callsMax - 1), random));
    }

    private static History make(String object, int count, Random random) {
        List<Call> calls = new ArrayList<>();
        long[] free = new long[3];
        for (int i = 0; i < count; i++) {
            int client = random.nextInt(free.length);
            long start = free[client] + random.nextInt(3);
            long end = start + random.nextInt(5);
            free[client] = end + 1;
            calls.add(call(object, "c" + client, start, end, random));
        }
        return History.of("random", calls);
    }

    private static Call call(String object, String client, long start, long end, Random random) {
        String[] choices = choices(object).split("; ");
        Call drawn = Drawn.call(client + " " + start + "-" + end + " " + choices[random.nextInt(choices.length)]);
        int fate = random.nextInt(10);
        return fate == 0 ? drawn.with(new Answer.None()) : fate == 1 ? drawn.with(new Answer.Failed(end)) : drawn;
    }

    private static String choices(String object) {
        return switch (object) {
            case "register" ->
                "write(1); write(2); read() = 1; read() = 2; read() = \"none\"; cas(1, 2) = TRUE; "
                        + "cas(2, 1) = FALSE; y.write(1); y.read() = 1; y.read() = \"none\"; read()";
            case "queue" ->
                "enqueue(1); enqueue(2); enqueue(3); dequeue() = 1; dequeue() = 2; dequeue() = \"none\"; "
                        + "dequeue()";
            case "set" ->
                "add(1) = TRUE; add(1); add(2) = FALSE; remove(1) = TRUE; remove(1) = FALSE; "
                        + "contains(1) = TRUE; contains(1) = FALSE; read() = {1}; read() = {}";
            case "counter" -> "add(1); add(2); addAndGet(1) = 1; addAndGet(1) = 2; read() = 0; read() = 1; read() = 3";
            case "log" -> "append(1) = 1; append(2) = 2; append(3); read() = <<>>; read() = <<1>>; read() = <<3, 2>>";
            case "lock" -> "acquire(); release(); tryAcquire() = TRUE; tryAcquire() = FALSE; acquire(); release()";
            case "multi-register" ->
                "write([x |-> 1]); write([x |-> 2, y |-> 2]); write([y |-> 1]); "
                        + "read({\"x\"}) = [x |-> 1]; read({\"x\", \"y\"}) = [x |-> 2, y |-> 2]; "
                        + "read({\"x\", \"y\"}) = [x |-> 1, y |-> \"none\"]; read({\"y\"}) = [y |-> 1]";
            case "list-append" ->
                "txn(<<<<\"append\", \"x\", 1>>>>); txn(<<<<\"append\", \"x\", 2>>, <<\"r\", \"x\">>>>); "
                        + "txn(<<<<\"r\", \"x\">>>>) = <<<<\"r\", \"x\", <<>>>>>>; "
                        + "txn(<<<<\"r\", \"x\">>>>) = <<<<\"r\", \"x\", <<1>>>>>>; "
                        + "txn(<<<<\"r\", \"x\">>>>) = <<<<\"r\", \"x\", <<2, 1>>>>>>";
            default -> throw new IllegalArgumentException(object);
        };
    }

    /** Up to so many calls of one register, in which no value is written twice and most that are read were written. */
    public static Arbitrary<History> ofDifferentWrites(int callsMax) {
        return Arbitraries.randomValue(random -> {
            int count = 2 + random.nextInt(callsMax - 1);
            int writes = 1 + random.nextInt(3);
            List<Call> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int value = random.nextInt(writes + 1);
                String read = value == writes ? "\"none\"" : String.valueOf(value);
                long start = random.nextInt(2 * count);
                long end = start + random.nextInt(count);
                Call call = Drawn.call(
                        "c" + i + " " + start + "-" + end + (i < writes ? " write(" + i + ")" : " read() = " + read));
                calls.add(random.nextInt(8) == 0 ? call.with(new Answer.None()) : call);
            }
            return History.of("random", calls);
        });
    }

    /** Sessions of three clients over two registers; every value is written once, and most that are read were written. */
    public static Arbitrary<History> sessions(int callsMax) {
        return Arbitraries.randomValue(random -> {
            int count = 2 + random.nextInt(callsMax - 1);
            String[] keys = new String[count];
            boolean[] isWrite = new boolean[count];
            for (int i = 0; i < count; i++) {
                keys[i] = random.nextInt(3) == 0 ? "y" : "x";
                isWrite[i] = random.nextInt(5) < 2;
            }
            List<Call> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String text = isWrite[i] ? "write(" + i + ")" : "read() = " + seen(keys, isWrite, i, random);
                calls.add(Drawn.call(
                        "c" + random.nextInt(3) + " " + 2 * i + "-" + (2 * i + 1) + " " + keys[i] + "." + text));
            }
            return History.of("random", calls);
        });
    }

    private static String seen(String[] keys, boolean[] isWrite, int read, Random random) {
        int write = random.nextInt(keys.length);
        boolean fits = isWrite[write] && keys[write].equals(keys[read]);
        return fits ? String.valueOf(write) : random.nextInt(30) == 0 ? "99" : "\"none\"";
    }
}
