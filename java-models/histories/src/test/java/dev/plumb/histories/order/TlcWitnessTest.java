package dev.plumb.histories.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.CheckOptions;
import dev.plumb.core.Model;
import dev.plumb.core.ModelCheck;
import dev.plumb.core.Outcome;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.histories.Answer;
import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker against {@code specs/consistency/linearizability}: TLC evaluates the definition on the same histories. */
class TlcWitnessTest {
    private static final Path ROOT = Path.of(System.getProperty("plumb.root"));
    private static final int HISTORIES = 400;

    @TempDir
    Path folder;

    @Test
    void tlc_says_of_random_histories_what_java_says() throws IOException {
        Random random = new Random(7);
        List<String> allowed = new ArrayList<>();
        List<String> forbidden = new ArrayList<>();
        for (int i = 0; i < HISTORIES; i++) {
            History history = history(random);
            (isAllowed(history) ? allowed : forbidden).add(tla(history));
        }
        assertThat(allowed).hasSizeGreaterThan(HISTORIES / 5);
        assertThat(forbidden).hasSizeGreaterThan(HISTORIES / 5);
        assertThat(tlc(allowed, forbidden)).isEqualTo(new Outcome.Holds());
    }

    @Test
    void tlc_notices_an_answer_that_is_wrong() throws IOException {
        History fresh = History.of("fresh", List.of(call("write", 1, 1, 2), call("read", 1, 3, 4)));
        assertThat(tlc(List.of(), List.of(tla(fresh)))).isInstanceOfSatisfying(Outcome.Violates.class, violates -> {
            assertThat(violates.kind()).isEqualTo(Outcome.PropertyKind.ASSUMPTION);
            assertThat(violates.name()).startsWith("line 6,");
        });
    }

    private static boolean isAllowed(History history) {
        return new Linearizability<>(KnownObjects.register()).judge(history, Budget.standard())
                instanceof Judgement.Allowed;
    }

    /** Up to five calls, each of a client of its own; value 0 is the initial one. */
    private static History history(Random random) {
        List<Call> calls = new ArrayList<>();
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int start = 1 + random.nextInt(9);
            boolean isWrite = random.nextInt(5) < 2;
            int end = random.nextInt(6) == 0 ? 0 : start + random.nextInt(5);
            int value = isWrite ? 1 + random.nextInt(2) : random.nextInt(3);
            calls.add(call(isWrite ? "write" : "read", value, start, end));
        }
        return History.of("random", calls);
    }

    private static Call call(String operation, int value, int start, int end) {
        TlaValue shown = value == 0 ? KnownObjects.NONE : TlaValue.of(value);
        boolean isWrite = operation.equals("write");
        Answer answer = end == 0
                ? new Answer.None()
                : new Answer.Returned(end, isWrite ? Optional.empty() : Optional.of(shown));
        return new Call(
                0,
                "c",
                Optional.empty(),
                operation,
                isWrite ? List.of(shown) : List.of(),
                start,
                answer,
                Optional.empty());
    }

    private static String tla(History history) {
        return history.calls().stream().map(TlcWitnessTest::tla).collect(Collectors.joining(", ", "<<", ">>"));
    }

    private static String tla(Call call) {
        TlaValue value = call.arguments().stream().findFirst().or(call::result).orElse(KnownObjects.NONE);
        String shown = value instanceof TlaValue.Int number ? "\"" + number + "\"" : value.toString();
        return "[op |-> \"" + call.operation() + "\", value |-> " + shown + ", start |-> " + call.start() + ", end |-> "
                + (call.isUnanswered() ? 0 : call.end()) + "]";
    }

    private Outcome tlc(List<String> allowed, List<String> forbidden) throws IOException {
        Files.copy(
                ROOT.resolve("specs/consistency/linearizability/Linearizability.tla"),
                folder.resolve("Linearizability.tla"));
        Files.writeString(
                folder.resolve("Histories.tla"),
                String.join(
                        "\n",
                        "---- MODULE Histories ----",
                        "EXTENDS Linearizability",
                        "All == <<" + String.join(",\n  ", allowed) + ">>",
                        "None == <<" + String.join(",\n  ", forbidden) + ">>",
                        "ASSUME \\A i \\in DOMAIN All : Linearizable(All[i])",
                        "ASSUME \\A i \\in DOMAIN None : ~ Linearizable(None[i])",
                        "===="));
        Files.writeString(folder.resolve("Histories.cfg"), "CONSTANT Nothing = \"none\"\n");
        Model model = new SpecLocator(List.of(folder))
                .models(folder.resolve("Histories.cfg").toString(), Optional.empty())
                .get(0);
        try (TlcPool pool = new TlcPool(TlcJar.find())) {
            return new ModelCheck(model, pool, folder.resolve("out"), CheckOptions.DEFAULT)
                    .check("", counts -> {})
                    .outcome();
        }
    }
}
