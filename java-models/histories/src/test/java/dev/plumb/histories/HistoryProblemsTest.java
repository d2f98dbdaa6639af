package dev.plumb.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryProblemsTest {
    private static final Source AT = new Source("build/run-7.ndjson", 3);
    private static final Call CALL = new Call(
            1,
            "c1",
            Optional.empty(),
            "reed",
            List.of(),
            4,
            new Answer.Returned(9, Optional.of(TlaValue.of(1))),
            Optional.of(AT));

    private static Stream<Problem> all() {
        return Stream.of(
                HistoryProblems.historyHoldsNoCalls("run-7"),
                HistoryProblems.fileHasNoHeader(AT),
                HistoryProblems.keyIsMissing(AT, "start"),
                HistoryProblems.answerHasNoCall(AT, "c1"),
                HistoryProblems.callsOfClientOverlap(AT, "c1", CALL),
                HistoryProblems.callEndsBeforeItStarts(AT, 4, 3),
                HistoryProblems.failureIsNotClear(AT),
                HistoryProblems.timeIsNotWanted(AT, "start"),
                HistoryProblems.operationIsUnknown(CALL, "register", List.of("read", "write", "cas")),
                HistoryProblems.argumentsAreTooManyOrFew(CALL, 1),
                HistoryProblems.argumentIsNot(CALL, "an integer", TlaValue.of("1")),
                HistoryProblems.objectIsUnknown("registr", List.of("register", "queue")),
                HistoryProblems.initIsNoCount(TlaValue.of("none")),
                HistoryProblems.modelIsUnknown("linearisable", List.of("linearizable", "sequential")),
                HistoryProblems.modelIsNotForObject("causal", "queue", "register"),
                HistoryProblems.historyNamesNoObject("run-7"),
                HistoryProblems.operationIsNotForModel(CALL, "causal"),
                HistoryProblems.valueIsWrittenTwice(CALL, TlaValue.of(1)),
                HistoryProblems.transactionIsNotClear(CALL, "an array of arrays"));
    }

    @Test
    void messages_are_as_they_were() throws IOException {
        Golden.check("problems.txt", all().map(Problem::text).collect(Collectors.joining("\n\n", "", "\n")));
    }

    @Test
    void each_factory_has_a_code_of_its_own_and_is_in_the_golden_file() {
        long factories = Arrays.stream(HistoryProblems.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Problem.class && !Modifier.isPrivate(method.getModifiers()))
                .count();
        assertThat(all().map(Problem::code).distinct().count()).isEqualTo(factories);
    }
}
