package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.Lasso;
import dev.plumb.kernel.api.LoopFairness;
import dev.plumb.kernel.api.LoopFairness.Demand;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.Action;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;
import tlc2.value.impl.LazyValue;
import tlc2.value.impl.Value;

/** What the loop of a lasso does with actions, and what the spec's fairness demands of it. */
final class Fairness {
    /** {@code WF_subscript(action)}, or SF, in the context of the quantifiers around it. */
    private record Condition(OpApplNode formula, ExprNode subscript, ExprNode action, Demand demand, Context context) {}

    private final Evaluator evaluator;
    private final SourceText source;
    private final Stepper stepper;
    private final Lasso lasso;
    private final List<Condition> conditions = new ArrayList<>();

    Fairness(Evaluator evaluator, SourceText source, Stepper stepper, Lasso lasso) throws Evaluator.Failure {
        this.evaluator = evaluator;
        this.source = source;
        this.stepper = stepper;
        this.lasso = lasso;
        for (Action conjunct : evaluator.tool().getTemporals()) {
            collect(conjunct.pred, conjunct.con);
        }
    }

    List<LoopFairness> rows() throws Evaluator.Failure {
        List<LoopFairness> rows = new ArrayList<>();
        for (Condition condition : conditions) {
            rows.add(row(condition));
        }
        rows.addAll(withoutCondition());
        return rows;
    }

    /** Conjunctions, quantifiers and definitions lead to conditions; of anything else no row is made. */
    private void collect(SemanticNode node, Context context) throws Evaluator.Failure {
        if (node instanceof LetInNode let) {
            collect(let.getBody(), context);
        } else if (node instanceof LabelNode label) {
            collect(label.getBody(), context);
        } else if (node instanceof OpApplNode application) {
            collect(application, context);
        }
    }

    private void collect(OpApplNode formula, Context context) throws Evaluator.Failure {
        ExprOrOpArgNode[] arguments = formula.getArgs();
        switch (BuiltInOPs.getOpCode(formula.getOperator().getName())) {
            case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land -> {
                for (ExprOrOpArgNode argument : arguments) {
                    collect(argument, context);
                }
            }
            case ToolGlobals.OPCODE_bf -> {
                for (Context instance : evaluator.instances(formula, context, TLCState.Empty)) {
                    collect(arguments[0], instance);
                }
            }
            case ToolGlobals.OPCODE_wf -> add(formula, Demand.WEAK, context);
            case ToolGlobals.OPCODE_sf -> add(formula, Demand.STRONG, context);
            case 0 -> collectDefined(formula, context);
            default -> {}
        }
    }

    private void add(OpApplNode formula, Demand demand, Context context) {
        ExprOrOpArgNode[] arguments = formula.getArgs();
        conditions.add(new Condition(formula, (ExprNode) arguments[0], (ExprNode) arguments[1], demand, context));
    }

    private void collectDefined(OpApplNode formula, Context context) throws Evaluator.Failure {
        Object meant = evaluator.tool().lookup(formula.getOperator(), context, false);
        if (meant instanceof LazyValue argument) {
            collect(argument.expr, argument.con);
        } else if (meant instanceof OpDefNode definition && definition.getBody() != null) {
            collect(definition.getBody(), evaluator.tool().getOpContext(definition, formula.getArgs(), context, false));
        }
    }

    private LoopFairness row(Condition condition) throws Evaluator.Failure {
        List<Integer> enabled = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        for (int i : loop()) {
            if (evaluator.isEnabled(condition.action(), condition.subscript(), condition.context(), state(i))) {
                enabled.add(i + 1);
            }
            if (isStep(condition, state(i), state(next(i)))) {
                taken.add(next(i) + 1);
            }
        }
        return new LoopFairness(
                name(condition), condition.demand(), Places.of(condition.formula()), numbers(), enabled, taken);
    }

    /** {@code <<action>>_subscript}. */
    private boolean isStep(Condition condition, TLCState from, TLCState to) throws Evaluator.Failure {
        return !evaluator.areEqual(
                        evaluator.eval(condition.subscript(), condition.context(), from),
                        evaluator.eval(condition.subscript(), condition.context(), to))
                && evaluator.isTrue(condition.action(), condition.context(), from, to);
    }

    private List<Integer> loop() {
        List<Integer> loop = new ArrayList<>();
        for (int i = lasso.loopsTo(); i < lasso.states().size(); i++) {
            loop.add(i);
        }
        return loop;
    }

    private List<Integer> numbers() {
        return loop().stream().map(i -> i + 1).toList();
    }

    private int next(int index) {
        return index + 1 < lasso.states().size() ? index + 1 : lasso.loopsTo();
    }

    private TLCState state(int index) {
        return ((TlcState) lasso.states().get(index)).state();
    }

    /** The action as it is written, with the values of the variables in it: {@code Leave(p) with p = 1}. */
    private String name(Condition condition) {
        Map<String, String> values = new TreeMap<>();
        collectValues(condition.action(), condition.context(), values);
        List<String> equations = values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .toList();
        String text = source.line(condition.action());
        return equations.isEmpty() ? text : text + " with " + String.join(", ", equations);
    }

    private static void collectValues(SemanticNode node, Context context, Map<String, String> values) {
        if (node instanceof OpApplNode application
                && application.getOperator() instanceof FormalParamNode variable
                && context.lookup(variable) instanceof Value value) {
            Values.shown(value).ifPresent(shown -> values.put(variable.getName().toString(), shown.toString()));
        }
        Children.of(node).forEach(child -> collectValues(child, context, values));
    }

    /** An instance of Next that can be taken in the loop and that nothing demands. */
    private static final class PassedOver {
        private final ActionInstance action;
        private final TreeSet<Integer> enabled = new TreeSet<>();
        private final TreeSet<Integer> taken = new TreeSet<>();
        private boolean isDemanded;

        PassedOver(ActionInstance action) {
            this.action = action;
        }
    }

    private List<LoopFairness> withoutCondition() throws Evaluator.Failure {
        Map<String, PassedOver> actions = new LinkedHashMap<>();
        for (int i : loop()) {
            TlcState from = (TlcState) lasso.states().get(i);
            for (Successor step : stepper.steps(from).successors()) {
                if (step.state().fingerprint() != from.fingerprint()) {
                    ActionInstance action = step.action();
                    look(i, step.state(), actions.computeIfAbsent(action.toString(), name -> new PassedOver(action)));
                }
            }
        }
        return actions.values().stream()
                .filter(each -> !each.isDemanded)
                .map(each -> new LoopFairness(
                        each.action.toString(),
                        Demand.NONE,
                        each.action.definition(),
                        numbers(),
                        List.copyOf(each.enabled),
                        List.copyOf(each.taken)))
                .toList();
    }

    private void look(int i, SpecState to, PassedOver action) throws Evaluator.Failure {
        action.enabled.add(i + 1);
        if (to.fingerprint() == lasso.states().get(next(i)).fingerprint()) {
            action.taken.add(next(i) + 1);
        }
        for (Condition condition : conditions) {
            action.isDemanded |= isStep(condition, state(i), ((TlcState) to).state());
        }
    }
}
