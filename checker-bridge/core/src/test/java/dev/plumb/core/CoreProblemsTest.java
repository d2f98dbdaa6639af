package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoreProblemsTest {
    private static final Source AT = new Source("build/run-7.ndjson", 3);
    private static final Optional<Source> IN_CONFIG = Optional.of(new Source("specs/MCLease.cfg", 7));
    private static final Source IN_MANIFEST = new Source("specs/manifest.json", 2);
    private static final Path CONFIG = Path.of("specs/MCLeese.cfg");
    private static final Path MODULE = Path.of("specs/Lease.tla");

    private static final Path RESULT = Path.of("plumb-out/Lease/result.json");

    private static Stream<Problem> all() {
        return Stream.of(
                CoreProblems.unreadable(CONFIG, "Is a directory"),
                CoreProblems.noSuchSpec("Leese", List.of("Lease", "Lock")),
                CoreProblems.ambiguousSpec("Lease", List.of(Path.of("a/Lease.tla"), Path.of("b/Lease.tla"))),
                CoreProblems.noModels(Path.of("specs")),
                CoreProblems.noSuchConfig(CONFIG, List.of("MCLease.cfg")),
                CoreProblems.whichModel(MODULE, List.of("MCLease.cfg", "MCLease_Late.cfg")),
                CoreProblems.noModule(CONFIG, List.of("MCLeese.tla")),
                CoreProblems.unspeakableConstant(AT, "N", "-1"),
                CoreProblems.noConfig(MODULE),
                CoreProblems.cyclicClocks(AT),
                CoreProblems.unreadableManifest(IN_MANIFEST, "Unexpected character"),
                CoreProblems.inexpressible("SetKey"),
                CoreProblems.noModules(Path.of("docs")),
                CoreProblems.unknownIndex(AT, "pc", "r11", List.of("r1", "r2")),
                CoreProblems.noInitialState(AT, "Lease"),
                CoreProblems.notInConfig(IN_CONFIG.orElseThrow(), "INVARIENT", List.of("INVARIANT", "PROPERTY")),
                CoreProblems.undefinedInConfig(IN_CONFIG, "invariant", "Safee", "MCLease", List.of("Safe")),
                CoreProblems.config(IN_CONFIG, "The constant N is not assigned a value."),
                CoreProblems.evaluation(Optional.of(new Source("Lease.tla", 9)), "Attempted to apply a non-function."),
                CoreProblems.ambiguousModule("Clock", MODULE, List.of(Path.of("a/Clock.tla"), Path.of("b/Clock.tla"))),
                CoreProblems.unknownManifestKey(IN_MANIFEST, "tire", List.of("tier", "budget")),
                CoreProblems.wrongInManifest(IN_MANIFEST, "mustFire", "an array of strings"),
                CoreProblems.unknownManifestWord(IN_MANIFEST, "result", "sucess", List.of("success", "unknown")),
                CoreProblems.noFileOfManifest(IN_MANIFEST, "locks/MCLeese.cfg", "MCLeese.cfg", List.of("MCLease.cfg")),
                CoreProblems.countTwice(IN_MANIFEST, "distinctStates"),
                CoreProblems.cannotWriteManifest(Path.of("specs/manifest.json"), "No space left on device"),
                CoreProblems.noBehaviour(MODULE),
                CoreProblems.unknownKeyword(IN_CONFIG, "ALIAS"),
                CoreProblems.noCheckpoint(Path.of("plumb-out/MCLease")),
                CoreProblems.unknownConstant("M", "MCLease", List.of("N", "Max")),
                CoreProblems.noVerdict(137, "Progress(3)"),
                CoreProblems.expressionDoesNotParse(
                        "Unknown operator: `hodler'.", "hodler = 1\n^^^^^^", "Did you mean holder?"),
                CoreProblems.expressionHasNoValue("TLC cannot evaluate the expression: 1 + TRUE"),
                CoreProblems.emptyExpression(),
                CoreProblems.expressionNeedsState("holder # {}"),
                CoreProblems.expressionNeedsNextState("holder' # {}", 7),
                CoreProblems.expressionIsTemporal("[](holder = {})"),
                CoreProblems.unreadableResult(RESULT, "Unexpected character"),
                CoreProblems.noRecordedBehaviour(RESULT),
                CoreProblems.noSuchState(RESULT, 9, 1, 7),
                CoreProblems.otherVariables(RESULT, List.of("holder"), List.of("lock", "queue")),
                CoreProblems.doesNotHoldWithoutFault("MCLease.cfg", "violates Exclusive"),
                CoreProblems.cannotStart("TLC", "No space left on device"),
                CoreProblems.tlcFailed("Java ran out of memory."),
                CoreProblems.noTranslation(new Source("Lease.tla", 4)),
                CoreProblems.staleTranslation(new Source("Lease.tla", 12), "Next == A"),
                CoreProblems.untranslatable(new Source("Lease.tla", 6, 6), "Empty right-hand side of assignment"),
                CoreProblems.unwritable(MODULE, "AccessDeniedException"),
                TraceInputProblems.ignoredIsAnAction(AT, "Acquire", "Lease"),
                TraceInputProblems.untypedIsInexpressible("holder"),
                LaneProblems.noProcesses("PlumbLanes", "7"),
                LaneProblems.noNames("PlumbMessages", "TRUE"),
                LaneProblems.noVariable("PlumbMessages", "mesgs", "MCLease", List.of("holder", "msgs")),
                LaneProblems.noName("PlumbOther", "7"),
                LaneProblems.dependsOnState("PlumbLanes"));
    }

    @Test
    void messages_are_as_they_were() throws IOException {
        Golden.check("problems.txt", all().map(Problem::text).collect(Collectors.joining("\n\n", "", "\n")));
    }

    @Test
    void each_factory_has_a_code_of_its_own_and_is_in_the_golden_file() {
        long factories = Stream.of(CoreProblems.class, TraceInputProblems.class, LaneProblems.class)
                .flatMap(topic -> Arrays.stream(topic.getDeclaredMethods()))
                .filter(method -> method.getReturnType() == Problem.class && !Modifier.isPrivate(method.getModifiers()))
                .count();
        assertThat(all().map(Problem::code).distinct().count()).isEqualTo(factories);
    }

    @Test
    void each_kind_has_its_exit_code() {
        assertThat(all().map(problem ->
                        problem.code() + " " + Problems.outcome(problem).exitCode()))
                .contains(
                        "PLUMB-C05 3",
                        "PLUMB-S10 151",
                        "PLUMB-S11 151",
                        "PLUMB-S13 75",
                        "PLUMB-C81 75",
                        "PLUMB-S14 150",
                        "PLUMB-X01 153");
    }
}
