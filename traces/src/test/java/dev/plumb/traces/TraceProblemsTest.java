package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Update.Operation;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceProblemsTest {
    private static final Source AT = new Source("build/run-7.ndjson", 3);
    private static final Source ITF = new Source("build/run-7.itf.json", 1, 120);
    private static final TlaValue ONE = TlaValue.of(1);

    private static Stream<Problem> all() {
        return Stream.of(
                TraceProblems.traceHoldsNoEvents("build/run-7.ndjson"),
                TraceProblems.fileIsNotThere("build/run-7.ndjson"),
                TraceProblems.fileCannotBeRead("build/run-7.ndjson", "Is a directory"),
                TraceProblems.folderHoldsNoTraces("build"),
                TraceProblems.formatIsUnknown(AT),
                TraceProblems.lineIsNotJson(AT, "Unrecognized token 'x'"),
                TraceProblems.lineIsTooLong(AT, 1000),
                TraceProblems.keyIsThereTwice(AT, "state.x"),
                TraceProblems.fieldIsNot(AT, "process", "a string", "7"),
                TraceProblems.numberIsNotAnInteger(AT, "state.x", "1.5"),
                TraceProblems.valueIsNull(AT, "state.x"),
                TraceProblems.keyIsUnknown(AT, "proces", "proces", List.of("process", "state")),
                TraceProblems.markIsUnknown(AT, "state.x.#haz", "#haz", List.of("#has", "#set")),
                TraceProblems.versionIsUnknown(AT, "2", 1),
                TraceProblems.nothingToBeRelativeTo(AT, "before.x.#added"),
                TraceProblems.operationIsUnknown(AT, "x[0].op", "Updat"),
                TraceProblems.operationLacksArguments(AT, "x[0]", Operation.SET_KEY),
                TraceProblems.constantsDisagree(AT, "N", ONE, TlaValue.of(2)),
                TraceProblems.headersDisagree(AT, "spec"),
                TraceProblems.keyNamesTwoIndices("1", ONE, TlaValue.of("1")),
                TraceProblems.processIsInSeveralFiles("tm", List.of("a.ndjson", "b.ndjson")),
                TraceProblems.ownComponentIsMissing(AT, "tm"),
                TraceProblems.clockDoesNotIncrease(AT, "tm", 2, 1),
                TraceProblems.eventsAreLost(AT, "tm", 2, 3),
                TraceProblems.lastEventsAreLost(AT, "tm", 2, 3),
                TraceProblems.clockGoesBackwards(AT, "tm", "r1", 4, 3),
                TraceProblems.processIsNotThere(AT, "r3", List.of("r1", "tm")),
                TraceProblems.clocksContradict(List.of(AT, new Source("build/run-8.ndjson", 4))),
                OrderProblems.clockIsANumber(AT),
                OrderProblems.orderIsNotIntervals(AT),
                OrderProblems.eventHasNoTime(AT, "start"),
                OrderProblems.endIsBeforeStart(AT, 7, 5),
                OrderProblems.eventsOverlap(AT, "tm", new Source("build/run-7.ndjson", 2)),
                OrderProblems.allEventsAreIgnored("build/run-7.ndjson", 12),
                OrderProblems.linesAreNotInOrder("build/run-7.ndjson"),
                FormatProblems.documentIsNotJson(ITF, "it ends too early"),
                FormatProblems.statesAreMissing(ITF),
                FormatProblems.variableIsMissing(ITF, "rmState"),
                FormatProblems.stepDoesNotFollow(ITF, 3, 1),
                FormatProblems.fileIsAHistory(new Source("build/run-7.ndjson", 1)));
    }

    @Test
    void messages_are_as_they_were() throws IOException {
        Golden.check("problems.txt", all().map(Problem::text).collect(Collectors.joining("\n\n", "", "\n")));
    }

    @Test
    void each_factory_has_a_code_of_its_own_and_is_in_the_golden_file() {
        long factories = Stream.of(TraceProblems.class, OrderProblems.class, FormatProblems.class)
                .flatMap(topic -> Arrays.stream(topic.getDeclaredMethods()))
                .filter(method -> method.getReturnType() == Problem.class && !Modifier.isPrivate(method.getModifiers()))
                .count();
        assertThat(all().map(Problem::code).distinct().count()).isEqualTo(factories);
    }
}
