package dev.plumb.kernel.internal;

import dev.plumb.kernel.BindingProblems;
import dev.plumb.kernel.api.EventBinding;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.traces.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;
import tlc2.tool.Action;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.Value;

/** The operators of a binding module: what its {@code OnX(e)} and its {@code Silent} are. They are checked while it is loaded. */
final class Binding {
    /** What an operator finds in its parameter. */
    static final List<String> FIELDS = List.of("args", "process");

    private static final Pattern EXPLAINS = Pattern.compile("(On[^a-z]\\w*?)(?:_([1-9]\\d*))?");
    private static final String SILENT = "Silent";
    private static final String SILENT_STEPS = "SilentSteps";

    /** One of its operators, whose alternatives are walked like those of Next. */
    record Operator(OpDefNode definition, NextTree tree) {
        static Operator of(FastTool tool, OpDefNode definition) {
            return new Operator(definition, new NextTree(tool, new Action(definition.getBody(), Context.Empty)));
        }

        String name() {
            return definition.getName().toString();
        }

        Context context(Value event) {
            return Context.Empty.cons(definition.getParams()[0], event);
        }
    }

    private final String module;
    private final String file;
    private final SortedMap<String, SortedMap<Integer, Operator>> numbered = new TreeMap<>();
    private final SortedMap<String, List<Operator>> steps = new TreeMap<>();
    private Optional<Operator> silent = Optional.empty();
    private int silentSteps = 1;

    private Binding(String module, String file) {
        this.module = module;
        this.file = file;
    }

    /**
     * The binding that is among the modules of a spec.
     *
     * @param file where it stands, for messages
     * @throws dev.plumb.traces.Problem if an operator cannot be what its name says
     */
    static Binding of(Evaluator evaluator, ModuleNode root, String module, String file) {
        Binding binding = new Binding(module, file);
        for (OpDefNode definition : root.getOpDefs()) {
            ModuleNode origin = definition.getOriginallyDefinedInModuleNode();
            if (origin != null && origin.getName().toString().equals(module)) {
                binding.add(definition, evaluator);
            }
        }
        binding.numbered.forEach(binding::checkNumbers);
        return binding;
    }

    private void add(OpDefNode definition, Evaluator evaluator) {
        String name = definition.getName().toString();
        Matcher m = EXPLAINS.matcher(name);
        if (m.matches()) {
            checkIsStep(definition, 1);
            checkFields(definition, definition.getBody(), definition.getParams()[0]);
            int number = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
            numbered.computeIfAbsent(m.group(1), operator -> new TreeMap<>())
                    .put(number, Operator.of(evaluator.tool(), definition));
        } else if (name.equals(SILENT)) {
            checkIsStep(definition, 0);
            silent = Optional.of(Operator.of(evaluator.tool(), definition));
        } else if (name.equals(SILENT_STEPS)) {
            silentSteps = numberOfSteps(definition, evaluator);
        }
    }

    private Source place(SemanticNode node) {
        SourceRange at = Places.of(node);
        return new Source(file, at.beginLine(), at.beginColumn());
    }

    private void checkIsStep(OpDefNode definition, int parameters) {
        String name = definition.getName().toString();
        if (definition.getArity() != parameters) {
            throw BindingProblems.wrongArity(place(definition), name, parameters, definition.getArity());
        } else if (definition.getBody().getLevel() > LevelConstants.ActionLevel) {
            throw BindingProblems.temporal(place(definition), name);
        }
    }

    private void checkFields(OpDefNode definition, SemanticNode node, FormalParamNode event) {
        if (node instanceof OpApplNode application
                && BuiltInOPs.getOpCode(application.getOperator().getName()) == ToolGlobals.OPCODE_rs
                && application.getArgs()[0] instanceof OpApplNode selected
                && event.equals(selected.getOperator())
                && application.getArgs()[1] instanceof StringNode field
                && !FIELDS.contains(field.getRep().toString())) {
            throw BindingProblems.unknownField(
                    place(field),
                    definition.getName().toString(),
                    field.getRep().toString(),
                    FIELDS);
        }
        Children.of(node).forEach(child -> checkFields(definition, child, event));
    }

    private int numberOfSteps(OpDefNode definition, Evaluator evaluator) {
        try {
            Value value = evaluator.eval(definition.getBody(), Context.Empty, TLCState.Empty);
            if (definition.getArity() == 0 && value instanceof IntValue number && number.val >= 0) {
                return number.val;
            }
            throw BindingProblems.notANumberOfSteps(place(definition), value.toString());
        } catch (Evaluator.Failure e) {
            throw BindingProblems.notANumberOfSteps(place(definition), "what TLC cannot evaluate");
        }
    }

    /** Either the operator alone, number 0, or its steps from 1 on. */
    private void checkNumbers(String name, SortedMap<Integer, Operator> operators) {
        boolean isOneStep = operators.containsKey(0);
        int expected = isOneStep ? 0 : 1;
        for (Map.Entry<Integer, Operator> entry : operators.entrySet()) {
            Operator operator = entry.getValue();
            if (isOneStep && entry.getKey() > 0) {
                throw BindingProblems.stepAndSteps(place(operator.definition()), name, operator.name());
            } else if (entry.getKey() != expected) {
                throw BindingProblems.missingStep(place(operator.definition()), operator.name(), name + "_" + expected);
            }
            expected++;
        }
        steps.put(name, List.copyOf(operators.values()));
    }

    /** The steps that an event of this action is; none if nothing is said of it. */
    List<Operator> steps(String action) {
        return steps.getOrDefault(EventBinding.operator(action), List.of());
    }

    /** All that it has TLC evaluate. */
    List<Action> evaluated() {
        return Stream.concat(steps.values().stream().flatMap(List::stream), silent.stream())
                .map(operator -> new Action(operator.definition().getBody(), Context.Empty))
                .toList();
    }

    EventBinding described() {
        SortedMap<String, List<String>> operators = new TreeMap<>();
        steps.forEach((name, all) ->
                operators.put(name, all.stream().map(Operator::name).toList()));
        return new EventBinding(module, operators, silent.map(Observed::silent), silentSteps);
    }
}
