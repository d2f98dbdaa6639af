package dev.plumb.kernel.internal;

import dev.plumb.kernel.KernelProblems;
import dev.plumb.kernel.PrivateFolder;
import dev.plumb.kernel.SanyOutput;
import dev.plumb.kernel.SpecSource;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.api.Claim;
import dev.plumb.kernel.api.EventBinding;
import dev.plumb.kernel.api.Explanations;
import dev.plumb.kernel.api.Formulas;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.Mutation;
import dev.plumb.kernel.api.ObservedStep;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.SpecText;
import dev.plumb.kernel.api.Steps;
import dev.plumb.kernel.api.Successor;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.tool.impl.Tool;
import tlc2.util.FP64;
import tlc2.value.impl.ModelValue;
import util.ToolIO;
import util.UniqueString;

/** A specification in TLC's evaluator. One class loader holds one of these. */
public final class TlcSpec implements LoadedSpec {
    private static final String CONFIG = "plumb-model";
    /** The root module of a spec with a binding: it extends both. */
    private static final String BOUND = "PlumbBound";

    private final String module;
    private final Evaluator evaluator;
    private final EventNames names;
    private final NextTree tree;
    private final Stepper stepper;
    private final Explainer explainer;
    private final BoundSteps bound;
    private final Optional<EventBinding> binding;
    private final SourceText source;
    private final NextText text;
    private final Failures failures;
    private final Claims claims;
    private final List<Set<UniqueString>> interchangeable;
    private final Map<Set<String>, List<Set<UniqueString>>> freeOf = new HashMap<>();
    private final TlcFormulas formulas;
    private final PrivateFolder scratch;
    private final AutoCloseable loader;

    private TlcSpec(SpecSource origin, FastTool tool, ModuleFiles files, PrivateFolder scratch, AutoCloseable loader) {
        this.module = origin.name();
        this.evaluator = new Evaluator(tool);
        this.scratch = scratch;
        this.loader = loader;
        Action next =
                Optional.ofNullable(tool.getNextStateSpec()).orElseThrow(() -> KernelProblems.noBehaviour(module));
        this.tree = new NextTree(tool, next);
        ActionInstance whole = new ActionInstance("Next", new LinkedHashMap<>(), Places.of(next.pred));
        this.stepper = new Stepper(evaluator, tree, Stepper.stutteringOf(whole));
        this.source = new SourceText(files);
        this.explainer = new Explainer(evaluator, tree, stepper, source, whole);
        this.text = new NextText(tool, tree, source);
        this.failures = new Failures(tool, files);
        this.claims = new Claims(tool, failures);
        Optional<Binding> operators = origin.binding().map(file -> binding(file, origin));
        this.names = new EventNames(module, tree, variables(), modelValuesOfTlc(), definitions(tool), operators);
        this.bound = new BoundSteps(evaluator, tree, names, stepper, explainer, whole);
        this.binding = operators.map(Binding::described);
        List<Action> evaluated = new ArrayList<>(claims.predicates());
        evaluated.add(next);
        operators.ifPresent(all -> evaluated.addAll(all.evaluated()));
        this.interchangeable =
                Interchangeable.in(tool, evaluated, rootModule(tool).getConstantDecls());
        this.formulas = new TlcFormulas(module, evaluator, source);
    }

    private Binding binding(Path file, SpecSource origin) {
        String name = origin.bindingName().orElseThrow();
        return Binding.of(
                evaluator,
                rootModule(evaluator.tool()),
                name,
                SanyOutput.asNamed(file).toString());
    }

    /** Called by reflection from the other side of the class loader, which closes with the spec. */
    public static LoadedSpec load(SpecSource source, AutoCloseable loader) {
        PrivateFolder scratch = PrivateFolder.create("plumb-kernel-");
        try {
            ModuleFiles files = files(source, scratch.path());
            // Before the first state: without it all states have the same fingerprint.
            FP64.Init(0);
            return new TlcSpec(source, parse(source, files), files, scratch, loader);
        } catch (IOException e) {
            scratch.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | LinkageError e) {
            scratch.close();
            throw e;
        }
    }

    private static ModuleFiles files(SpecSource source, Path scratch) throws IOException {
        Files.writeString(scratch.resolve(CONFIG + ".cfg"), source.config());
        Path root = source.module().toAbsolutePath();
        List<Path> given = new ArrayList<>(List.of(root));
        List<Path> folders = new ArrayList<>(List.of(scratch, folder(root)));
        folders.addAll(source.folders());
        if (source.binding().isPresent()) {
            Path binding = source.binding().get().toAbsolutePath();
            given.add(binding);
            folders.add(folder(binding));
            Files.writeString(scratch.resolve(BOUND + ".tla"), boundModule(source));
        }
        return new ModuleFiles(given, folders, Files.createDirectory(scratch.resolve("standard")));
    }

    private static String boundModule(SpecSource source) {
        return "---- MODULE " + BOUND + " ----\nEXTENDS " + source.name() + ", "
                + source.bindingName().orElseThrow() + "\n====\n";
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file is in a folder");
    }

    private static FastTool parse(SpecSource source, ModuleFiles files) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ToolIO.out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        ToolIO.err = ToolIO.out;
        String folder = folder(source.module().toAbsolutePath()).toString();
        try {
            return new FastTool(folder, source.binding().isEmpty() ? source.name() : BOUND, CONFIG, files);
        } catch (RuntimeException e) {
            String output = printed.toString(StandardCharsets.UTF_8);
            throw SanyOutput.rejects(output)
                    ? SanyOutput.problem(output, List.of())
                    : KernelProblems.doesNotLoad(
                            source.name(), Evaluator.failure(e).what());
        } finally {
            ToolIO.out = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            ToolIO.err = ToolIO.out;
        }
    }

    private static Set<String> modelValuesOfTlc() {
        Set<String> names = new TreeSet<>();
        for (ModelValue value : ModelValue.mvs) {
            names.add(value.val.toString());
        }
        return names;
    }

    private static ModuleNode rootModule(FastTool tool) {
        return tool.getSpecProcessor().getRootModule();
    }

    private static Set<String> definitions(FastTool tool) {
        return Arrays.stream(rootModule(tool).getOpDefs())
                .map(definition -> definition.getName().toString())
                .collect(Collectors.toSet());
    }

    @Override
    public String module() {
        return module;
    }

    @Override
    public List<String> variables() {
        return Arrays.stream(TLCState.Empty.getVars())
                .map(variable -> variable.getName().toString())
                .toList();
    }

    @Override
    public List<String> constants() {
        return Arrays.stream(rootModule(evaluator.tool()).getConstantDecls())
                .map(constant -> constant.getName().toString())
                .toList();
    }

    @Override
    public Set<String> modelValues() {
        return names.modelValues();
    }

    @Override
    public List<ActionSignature> actions() {
        return tree.signatures();
    }

    @Override
    public Optional<EventBinding> binding() {
        return binding;
    }

    @Override
    public SpecText text() {
        return text.spec();
    }

    @Override
    public List<SpecState> initialStates() {
        try {
            Map<Long, SpecState> distinct = new LinkedHashMap<>();
            evaluator.initialStates().forEach(state -> distinct.putIfAbsent(state.fingerprint(), state));
            return List.copyOf(distinct.values());
        } catch (Evaluator.Failure e) {
            throw failures.of("Init of " + module, e, Tool::getInitStates);
        }
    }

    @Override
    public List<SpecState> initialStates(Source source, SortedMap<String, Observation> observed) {
        var on = names.onVariables(source, observed);
        return initialStates().stream()
                .filter(state -> Stepper.differences((TlcState) state, Optional.empty(), on)
                        .isEmpty())
                .toList();
    }

    @Override
    public ObservedStep observe(Event event) {
        return names.observe(event);
    }

    @Override
    public Steps steps(SpecState from, ObservedStep observed) {
        try {
            Observed seen = (Observed) observed;
            return seen.bound().isEmpty() ? stepper.steps((TlcState) from, seen) : bound.steps((TlcState) from, seen);
        } catch (Problem problem) {
            throw problem.at(observed.event().source());
        }
    }

    @Override
    public Steps steps(SpecState from) {
        return stepper.steps((TlcState) from);
    }

    @Override
    public List<Successor> successors(SpecState from) {
        return stepper.successors((TlcState) from, failures);
    }

    @Override
    public List<WhyNot> whyNot(SpecState from, ObservedStep observed) {
        Observed seen = (Observed) observed;
        return seen.bound().isEmpty() ? explainer.whyNot((TlcState) from, seen) : bound.whyNot((TlcState) from, seen);
    }

    @Override
    public List<Set<String>> interchangeable() {
        return interchangeable.stream()
                .map(set -> set.stream().map(UniqueString::toString).collect(Collectors.toSet()))
                .toList();
    }

    @Override
    public long fingerprint(SpecState state, Set<String> fixed) {
        List<Set<UniqueString>> free = freeOf.computeIfAbsent(fixed, this::without);
        return free.isEmpty() ? state.fingerprint() : Canonical.fingerprint(((TlcState) state).state(), free);
    }

    /** One value alone can be exchanged with none. */
    private List<Set<UniqueString>> without(Set<String> fixed) {
        return interchangeable.stream()
                .map(set -> set.stream()
                        .filter(each -> !fixed.contains(each.toString()))
                        .collect(Collectors.toSet()))
                .filter(set -> set.size() > 1)
                .toList();
    }

    @Override
    public List<Claim> claims() {
        return claims.all();
    }

    @Override
    public long broken(Optional<SpecState> before, SpecState after) {
        return claims.broken(before.map(state -> ((TlcState) state).state()), ((TlcState) after).state());
    }

    @Override
    public SpecState state(SortedMap<String, TlaValue> values) {
        TLCState state = TLCState.Empty.createEmpty();
        values.forEach((name, value) ->
                state.bind(Values.unique(name), Conversion.of(value).orElseThrow()));
        return TlcState.of(state);
    }

    @Override
    public boolean holds(String predicate, SpecState state) {
        return formulas.holds(predicate, (TlcState) state);
    }

    @Override
    public List<Mutation> mutations(Collection<String> checked) {
        FastTool tool = evaluator.tool();
        List<OpDefNode> spared = definitions(tool, checked);
        List<SemanticNode> fairness =
                Arrays.stream(tool.getTemporals()).map(formula -> formula.pred).toList();
        return new Mutations(tool, source).sparing(spared).in(tool.getNextStateSpec().pred, fairness);
    }

    @Override
    public List<Mutation> consequents(Collection<String> invariants) {
        FastTool tool = evaluator.tool();
        return new Mutations(tool, source)
                .sparing(tool.getNextStateSpec().pred)
                .consequents(definitions(tool, invariants));
    }

    private static List<OpDefNode> definitions(FastTool tool, Collection<String> names) {
        return Arrays.stream(rootModule(tool).getOpDefs())
                .filter(definition -> names.contains(definition.getName().toString()))
                .toList();
    }

    @Override
    public Formulas formulas() {
        return formulas;
    }

    @Override
    public Explanations explanations() {
        return new TlcExplanations(module, evaluator, source, tree, stepper, explainer, formulas);
    }

    @Override
    public void close() {
        scratch.close();
        try {
            loader.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
