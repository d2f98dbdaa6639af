package dev.plumb.report;

import static dev.plumb.traces.TlaValue.model;
import static dev.plumb.traces.TlaValue.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Explained;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.Judged.Violating;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.kernel.api.Cell;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.OpenFormula.Part;
import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.Update;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResultReaderTest {
    private static final Path SCHEMA = Path.of("docs/result.schema.json");
    private static final String FILE = "plumb-out/TwoPhase/result.json";

    private static Stream<Checked> results() {
        Problem problem = new Problem(
                Problem.Kind.SPEC, "PLUMB-S03", "No.", Optional.of(new Source("TwoPhase.tla", 9, 4)), "Do this.");
        return Stream.concat(
                Stream.concat(Results.models().stream(), explained().map(Results::of)),
                Stream.of(
                        Results.of(TwoPhase.divergence()),
                        Results.of(Stories.divergence()),
                        Results.of(TwoPhase.endsElsewhere()),
                        Results.of(TwoPhase.everyReason("r\"9")),
                        Results.of(TwoPhase.conforms()),
                        Results.of(TwoPhase.judged(
                                new Outcome.Violates("Consistent", PropertyKind.INVARIANT), Violating.ALL)),
                        Results.of(withEveryKindOfObservation()),
                        Results.of(TraceCheckResult.of("demo-7", problem, "plumb validate demo-7.ndjson")),
                        Results.of(TwoPhase.trace(new Outcome.Vacuous("no event was recorded"))),
                        Histories.contradiction(),
                        Histories.allowed()));
    }

    private static Stream<ModelCheckResult> explained() {
        return Stream.of(
                TwoPhase.explained(),
                Stories.violation(),
                Stories.lasso(),
                Stories.crashed(),
                withEveryKindOfFormula());
    }

    /** Of which some was not evaluated, some could not be, and some is left out, over model values and both states. */
    private static ModelCheckResult withEveryKindOfFormula() {
        TreeSet<Cell> read = new TreeSet<>(List.of(
                Cell.of("owner", true).at(model("r1")), Cell.of("owner", false).at(of(1))));
        OpenFormula notReached =
                formula(Part.CONSEQUENT, Optional.empty(), Optional.empty(), List.of(), new TreeSet<>());
        OpenFormula failed = formula(Part.ANTECEDENT, Optional.empty(), Optional.of("Attempted"), List.of(), read);
        OpenFormula root = formula(Part.ROOT, Optional.of(false), Optional.empty(), List.of(failed, notReached), read)
                .in(2, Part.ROOT);
        Explained explained = new Explained(
                Optional.empty(), Optional.empty(), Optional.of(root.among(7, read)), List.of(), List.of());
        Behaviour behaviour = new BehaviourBuilder("p")
                .with("owner", TlaValue.function(Map.of(model("r1"), of(1))))
                .initially()
                .with("owner", TlaValue.function(Map.of(model("r1"), of(2))))
                .step("p", "Take", 4)
                .build();
        return TwoPhase.model(
                new Outcome.Violates("Fair", PropertyKind.ACTION_PROPERTY),
                Optional.of(behaviour.with(explained)),
                TwoPhase.counted(2, 2, 0, 2));
    }

    private static OpenFormula formula(
            Part part, Optional<Boolean> value, Optional<String> error, List<OpenFormula> parts, SortedSet<Cell> read) {
        return new OpenFormula(
                part,
                part + " of it",
                BehaviourBuilder.place(9),
                value,
                new TreeMap<>(Map.of("p", model("r2"))),
                new TreeMap<>(Map.of("owner[p]", "1")),
                error,
                OptionalInt.empty(),
                parts,
                0,
                read);
    }

    private static TraceCheckResult withEveryKindOfObservation() {
        TreeMap<String, Observation> seen = new TreeMap<>();
        seen.put("whole", new Observation.Whole(TlaValue.record(Map.of("f", of(1)))));
        seen.put("part", new Observation.Part(new TreeMap<>(Map.of("r1", new Observation.Whole(of(true))))));
        seen.put(
                "content",
                new Observation.Content(
                        Optional.of(List.of(of("a"))),
                        Optional.of(List.of(of("b"))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of(TlaValue.tuple(of(1)))),
                        Optional.of(3)));
        Update update = new Update(Update.Operation.SET_KEY, List.of(of("k")), List.of(of(1), TlaValue.setOf("x")));
        seen.put("updates", new Observation.Updates(List.of(update)));
        Event event = new Event(
                new Source("a.ndjson", 7),
                Optional.empty(),
                Optional.of("tx-1"),
                Optional.empty(),
                new Event.Arguments.Positional(List.of(of("r1"), of(-4))),
                seen,
                seen,
                new TreeMap<>(Map.of("r1", 3L)),
                Optional.empty());
        Behaviour behaviour = TwoPhase.start().forbidden(event).build();
        return TwoPhase.trace(
                new Outcome.Diverges(),
                new RunResult(
                        "tx-1",
                        2,
                        1,
                        1,
                        new Outcome.Diverges(),
                        Optional.of(behaviour),
                        List.of(),
                        Optional.of(TwoPhase.tooEarly())));
    }

    @ParameterizedTest
    @MethodSource("results")
    void every_report_is_the_same_from_the_file(Checked checked) {
        String json = JsonReport.of(checked);
        Checked read = ResultReader.read(json, FILE);
        assertThat(JsonReport.of(read)).isEqualTo(json);
        assertThat(Results.text(read)).isEqualTo(Results.text(checked));
        assertThat(read.page()).isEqualTo(checked.page());
        if (checked.hasPage()) {
            assertThat(read.picture()).isEqualTo(checked.picture());
        }
        assertThat(read.exitCode()).isEqualTo(checked.exitCode());
    }

    @ParameterizedTest
    @MethodSource("results")
    void every_result_is_as_the_schema_says(Checked checked) throws IOException {
        assertThat(Schema.faults(SCHEMA, JsonReport.of(checked))).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"spec\"       | \"spek\"      | lacks \"spec\"",
                "\"spec\"       | \"spek\"      | /spek is not in the schema",
                "\"Violates\"   | \"Perturbs\"  | /outcome/kind is none of",
                "\"number\" : 2 | \"number\" : [] | /counterexample/steps/1/number is no \"integer\"",
            })
    void the_schema_refuses_what_is_not_so(String what, String by, String fault) throws IOException {
        String json = JsonReport.of(Results.of(TwoPhase.violation())).replace(what, by);
        assertThat(Schema.faults(SCHEMA, json)).anyMatch(each -> each.contains(fault));
    }

    @Test
    void a_model_value_does_not_come_back_as_a_string() {
        Behaviour behaviour = new BehaviourBuilder("p")
                .with("owner", TlaValue.function(Map.of(model("r1"), of("r2"), model("NoOne"), model("r1"))))
                .initially()
                .build();
        Checked checked = Results.of(
                TwoPhase.model(new Outcome.Deadlocks(), Optional.of(behaviour), TwoPhase.counted(1, 1, 0, 1)));
        Checked read = ResultReader.read(JsonReport.of(checked), FILE);
        assertThat(read.behaviour().orElseThrow().steps()).isEqualTo(behaviour.steps());
    }

    @Test
    void what_explains_a_behaviour_comes_back() {
        Behaviour behaviour = Stories.violation().counterexample().orElseThrow();
        Checked read = ResultReader.read(JsonReport.of(Results.of(Stories.violation())), FILE);
        assertThat(read.behaviour()).contains(behaviour);
        Checked crashed = ResultReader.read(JsonReport.of(Results.of(Stories.crashed())), FILE);
        assertThat(crashed.behaviour()).contains(Stories.crash());
    }

    @Test
    void an_explanation_that_is_none_is_refused_with_the_place() {
        String json = JsonReport.of(Results.of(Stories.violation())).replace("\"NEGATED\"", "\"DENIED\"");
        assertThatThrownBy(() -> ResultReader.read(json, FILE))
                .hasMessageContaining("DENIED at /counterexample/explained/property/parts/0/parts/0/part");
    }

    @Test
    void what_a_later_version_adds_is_no_hindrance() {
        String json = JsonReport.of(Results.of(TwoPhase.violation())).replace("\"summary\"", "\"new\":[1],\"summary\"");
        assertThat(ResultReader.read(json, FILE).outcome())
                .isEqualTo(TwoPhase.violation().outcome());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"plumb\" : 1        | \"plumb\" : 2        | G03 | is of version 2 of its format",
                "\"plumb\" : 1,       | ``                   | G02 | no result of plumb check",
                "\"model\"            | \"eval\"             | G02 | no result of plumb check",
                "\"model\"            | \"history\"          | G04 | nothing at /history.",
                "\"config\"           | \"confog\"           | G04 | nothing at /config.",
                "\"number\" : 2       | \"number\" : \"2\"   | G05 | /counterexample/steps/1/number is not an integer of 32 bits",
                "\"number\" : 2       | \"number\" : 99999999999 | G05 | /counterexample/steps/1/number is not an integer of 32 bits",
                "\"steps\"            | \"stops\"           | G04 | nothing at /counterexample/steps/0",
                "\"Violates\"         | \"Perturbs\"         | G06 | has Perturbs at /outcome/kind",
                "\"INVARIANT\"        | \"INVARIENT\"        | G06 | has INVARIENT at /outcome/property",
                "\"check\"            | check                | G01 | line 3 is no JSON",
            })
    void a_file_that_is_none_is_refused_with_the_place(String what, String by, String code, String message) {
        String json = JsonReport.of(Results.of(TwoPhase.violation())).replace(what, by);
        assertThatThrownBy(() -> ResultReader.read(json, FILE)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("PLUMB-" + code);
            assertThat(problem.what()).contains(message);
            assertThat(problem.source()).contains(new Source(FILE, 0));
        });
    }

    @Test
    void every_message_is_pinned() {
        Golden.matches(
                "result-problems.txt",
                Stream.of(
                                ResultProblems.unreadable(FILE, "there is no such file"),
                                ResultProblems.noResult(FILE),
                                ResultProblems.otherVersion(FILE, "2", 1),
                                ResultProblems.lacks(FILE, "/config"),
                                ResultProblems.isNot(FILE, "/millis", "an integer"),
                                ResultProblems.unknown(FILE, "/outcome/kind", "Perturbs"),
                                ResultProblems.noResults("plumb-out"))
                        .map(problem -> problem.text() + "\n")
                        .reduce("", String::concat));
    }
}
