package dev.plumb.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelProblemsTest {
    private static final Path BROKEN = Fixture.FOLDER.resolve("broken");
    private static final List<String> KNOWN = List.of("Send", "Receive");

    private static final Path BINDING = Path.of("specs/SpecBinding.tla");
    private static final Source IN_BINDING = new Source("specs/SpecBinding.tla", 4, 1);

    @TempDir
    private Path folder;

    private static Stream<Problem> all() {
        Path jar = Path.of("lib/tla2tools.jar");
        return Stream.of(
                KernelProblems.noTlc(),
                KernelProblems.noSuchJar(jar),
                KernelProblems.noTemporaryFolder("/tmp", "AccessDeniedException"),
                KernelProblems.notTlc(jar, "it has no class tlc2.TLC"),
                KernelProblems.unknownGeneration("tlc2/tool/impl/FastTool"),
                KernelProblems.doesNotParse(Optional.of(Seen.AT), "Lexical error.", "Close the string."),
                KernelProblems.doesNotLoad("Spec", "The constant N is not assigned a value."),
                KernelProblems.doesNotEvaluate("Inv", "1 is not a string."),
                KernelProblems.noBehaviour("Spec"),
                KernelProblems.tooManyClaims(70, 64),
                KernelProblems.missingModule("Bags", ", which module Spec extends or instantiates"),
                KernelProblems.cannotBeShown("a set of the form SUBSET S"),
                KernelProblems.notDefined("Spec", "Inv"),
                KernelProblems.unknownName("PLUMB-N01", Seen.AT, "action", "send", "Spec", KNOWN),
                KernelProblems.unknownName(
                        "PLUMB-N02", Seen.AT, "parameter", "too", "Action Send", List.of("from", "to")),
                KernelProblems.unknownName("PLUMB-N04", Seen.AT, "variable", "mesgs", "Spec", List.of("msgs", "state")),
                KernelProblems.wrongArity(Seen.AT, "Send", 2, 1),
                KernelProblems.notAnAction(Seen.AT, "Helper", "Spec", KNOWN),
                KernelProblems.argumentsOfNoAction(Seen.AT),
                BindingProblems.noSuchBinding(BINDING),
                BindingProblems.ofAnotherSpec(BINDING, "Spec", List.of("Other")),
                BindingProblems.wrongArity(IN_BINDING, "OnSent", 1, 2),
                BindingProblems.temporal(IN_BINDING, "OnSent"),
                BindingProblems.missingStep(IN_BINDING, "OnSent_3", "OnSent_2"),
                BindingProblems.stepAndSteps(IN_BINDING, "OnSent", "OnSent_1"),
                BindingProblems.unknownField(IN_BINDING, "OnSent", "arg", List.of("args", "process")),
                BindingProblems.notANumberOfSteps(IN_BINDING, "-1"),
                BindingProblems.notAValueOfTlc(Seen.AT),
                BindingProblems.exists(BINDING),
                BindingProblems.notNamedLikeAModule(Path.of("Spec-Binding.tla")));
    }

    @Test
    void messages_are_as_they_were() throws IOException {
        Golden.check("problems.txt", all().map(Problem::text).collect(Collectors.joining("\n\n", "", "\n")));
    }

    @Test
    void each_factory_has_a_code_of_its_own_and_is_in_the_golden_file() {
        long factories = Stream.of(KernelProblems.class, BindingProblems.class)
                .flatMap(factory -> Arrays.stream(factory.getDeclaredMethods()))
                .filter(method -> method.getReturnType() == Problem.class && !Modifier.isPrivate(method.getModifiers()))
                .count();
        // one of them tells of actions, parameters and variables, each with a code of its own
        assertThat(all().map(Problem::code).distinct().count()).isEqualTo(factories + 2);
    }

    private static String problem(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call).text();
    }

    private static String loading(String module) {
        return loading(module, Fixture.BEHAVIOUR);
    }

    private static String loading(String module, String config) {
        return problem(() -> Fixture.load(BROKEN, module, config));
    }

    @Test
    void specs_that_do_not_load_are_told_as_they_were() throws IOException {
        String told = Stream.of(
                        loading("ParseError"),
                        loading("LexicalError"),
                        loading("SemanticError"),
                        loading("MissingModule"),
                        loading("ErrorBelow"),
                        loading("NotThere"),
                        loading("NoInit"),
                        loading("NoValue"),
                        loading("NoValue", "INIT Init\nNEXT Nextt\nCONSTANT N = 1\n"),
                        loading("NoValue", "INIT Init\nNEXT Next\nCONSTANT N = = 1\n"))
                .map(text -> text.replace(BROKEN.toAbsolutePath().toString(), "broken"))
                .collect(Collectors.joining("\n\n", "", "\n"));
        Golden.check("rejected-specs.txt", told);
    }

    /** Not in the golden file, because TLC's generations word it differently. */
    @Test
    void a_cfg_without_a_behaviour_is_told() {
        assertThat(loading("NoValue", "CONSTANT N = 1\n"))
                .startsWith(
                        "PLUMB-S02 TLC cannot load NoValue: The configuration file did not specify the initial state"
                                + " predicate.");
    }

    @Test
    void states_that_cannot_be_evaluated_are_told_as_they_were() throws IOException {
        String told = Stream.of(
                        evaluating("INIT Init\nNEXT Next\nCONSTANT N = 1\n", LoadedSpec::initialStates),
                        evaluating("INIT Broken\nNEXT Next\nCONSTANT N = 1\n", LoadedSpec::initialStates),
                        evaluating("INIT Init\nNEXT Next\nCONSTANT N = {}\n", KernelProblemsTest::successors),
                        evaluating("INIT Init\nNEXT Infinite\nCONSTANT N = 1\n", KernelProblemsTest::successors),
                        evaluating("INIT Init\nNEXT Half\nCONSTANT N = 1\n", KernelProblemsTest::successors),
                        evaluating("INIT Init\nNEXT Next\nCONSTANT N = 1\n", spec -> holds(spec, "Inv")),
                        evaluating("INIT Init\nNEXT Next\nCONSTANT N = 1\n", spec -> holds(spec, "Inw")))
                .collect(Collectors.joining("\n\n", "", "\n"));
        Golden.check("evaluation-errors.txt", told);
    }

    private static String evaluating(String config, Consumer<LoadedSpec> use) {
        try (LoadedSpec spec = Fixture.load(BROKEN, "NoValue", config)) {
            return problem(() -> use.accept(spec));
        }
    }

    private static void holds(LoadedSpec spec, String predicate) {
        spec.holds(predicate, ones(spec));
    }

    private static void successors(LoadedSpec spec) {
        spec.successors(ones(spec));
    }

    private static SpecState ones(LoadedSpec spec) {
        TlaValue one = TlaValue.of(1);
        return spec.state(new TreeMap<>(Map.of("x", one, "y", one)));
    }

    @Test
    void a_jar_that_is_not_there_is_told() {
        assertThat(problem(() -> TlcJar.at(folder.resolve("no.jar")))).startsWith("PLUMB-K02 There is no file");
    }

    @Test
    void a_file_that_is_no_jar_is_told() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "text");
        assertThat(problem(() -> TlcJar.at(text))).startsWith("PLUMB-K03").contains("it is no jar");
    }

    @Test
    void a_jar_without_TLC_is_told() throws IOException {
        Path jar = Jars.withEntry(folder.resolve("other.jar"), "Other.class", InputStream.nullInputStream());
        assertThat(problem(() -> TlcJar.at(jar))).startsWith("PLUMB-K03").contains("it has no class tlc2.TLC");
    }

    @Test
    void a_TLC_of_another_generation_is_told() throws IOException {
        Path jar = Jars.withEntry(folder.resolve("ancient.jar"), "tlc2/TLC.class", InputStream.nullInputStream());
        SpecSource source = new SpecSource(Fixture.FOLDER.resolve("Actions.tla"), List.of(), Fixture.ACTIONS);
        assertThat(problem(() -> Kernel.load(source, TlcJar.at(jar))))
                .startsWith("PLUMB-K04 This TLC is of a generation that Plumb does not know: it has no tl");
    }
}
