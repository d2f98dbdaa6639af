package dev.plumb.histories.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumb.histories.Answer;
import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.traces.TlaText;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The histories that Jepsen recorded of etcd, as they are among the test data of Porcupine, a checker of linearizability
 * in Go. They are read from a clone of its repository, and the test is skipped without one:
 * {@code mvn test -Dplumb.porcupine=FOLDER}.
 */
class EtcdHistoriesTest {
    private static final Pattern LINE = Pattern.compile("INFO\\s+jepsen\\.util - (\\d+)\\s+:(\\w+)\\s+:(\\w+)\\s+(.*)");
    private static final Pattern VERDICT = Pattern.compile("checkJepsen\\(t, (\\d+), (true|false)\\)");

    @Test
    void all_are_judged_as_porcupine_does() throws IOException {
        String clone = System.getProperty("plumb.porcupine", "");
        assumeTrue(!clone.isEmpty(), "needs -Dplumb.porcupine=FOLDER, a clone of github.com/anishathalye/porcupine");
        Map<Boolean, Set<Integer>> expected = Map.of(true, new TreeSet<>(), false, new TreeSet<>());
        Map<Boolean, Set<Integer>> actual = Map.of(true, new TreeSet<>(), false, new TreeSet<>());
        Matcher verdict = VERDICT.matcher(Files.readString(Path.of(clone, "porcupine_test.go")));
        while (verdict.find()) {
            int number = Integer.parseInt(verdict.group(1));
            expected.get(Boolean.valueOf(verdict.group(2))).add(number);
            actual.get(isAllowed(Path.of(clone, "test_data/jepsen/etcd_%03d.log".formatted(number))))
                    .add(number);
        }
        assertThat(expected.values()).noneMatch(Set::isEmpty);
        assertThat(actual).isEqualTo(expected);
    }

    private static boolean isAllowed(Path log) throws IOException {
        Judgement judgement = new Linearizability<>(KnownObjects.register()).judge(history(log), Budget.standard());
        assertThat(judgement).as("%s", log).isNotInstanceOf(Judgement.Unknown.class);
        return judgement instanceof Judgement.Allowed;
    }

    /** Lines stand in the order of time. A call with {@code :info} has timed out. */
    private static History history(Path log) throws IOException {
        List<Call> calls = new ArrayList<>();
        Map<String, Integer> lastOf = new HashMap<>();
        int time = 0;
        for (String text : Files.readAllLines(log)) {
            Matcher line = LINE.matcher(text);
            time++;
            if (line.matches() && line.group(2).equals("invoke")) {
                lastOf.put(line.group(1), calls.size());
                calls.add(call(line, time));
            } else if (line.matches() && !line.group(2).equals("info")) {
                int last = lastOf.get(line.group(1));
                calls.set(last, calls.get(last).with(answer(line, time)));
            }
        }
        return History.of(log.getFileName().toString(), calls);
    }

    private static Call call(Matcher line, int time) {
        List<TlaValue> arguments = line.group(3).equals("read")
                ? List.of()
                : Arrays.stream(line.group(4).replaceAll("[\\[\\]]", "").split(" "))
                        .map(TlaText::parse)
                        .toList();
        return new Call(
                0,
                line.group(1),
                Optional.empty(),
                line.group(3),
                arguments,
                time,
                new Answer.None(),
                Optional.empty());
    }

    private static Answer answer(Matcher line, int time) {
        boolean isOk = line.group(2).equals("ok");
        return switch (line.group(3)) {
            case "cas" -> new Answer.Returned(time, Optional.of(TlaValue.of(isOk)));
            case "read" ->
                isOk ? new Answer.Returned(time, Optional.of(value(line.group(4)))) : new Answer.Failed(time);
            default -> isOk ? new Answer.Returned(time, Optional.empty()) : new Answer.Failed(time);
        };
    }

    private static TlaValue value(String text) {
        return text.equals("nil") ? KnownObjects.NONE : TlaText.parse(text);
    }
}
