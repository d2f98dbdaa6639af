package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.kernel.internal.NextTree.Bound;
import dev.plumb.kernel.internal.NextTree.Call;
import dev.plumb.kernel.internal.NextTree.Exists;
import dev.plumb.kernel.internal.NextTree.Leaf;
import dev.plumb.kernel.internal.NextTree.Let;
import dev.plumb.kernel.internal.NextTree.Node;
import dev.plumb.kernel.internal.NextTree.Or;
import dev.plumb.kernel.internal.Observed.Applied;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.util.Context;
import tlc2.value.impl.Value;

/**
 * The instances of Next in a state: all of them, or those of the action and arguments that an event names. Quantifiers
 * are enumerated in the state, except where the event gives the value.
 */
final class Candidates {
    private static final String NEXT = "Next";

    /**
     * A named operator that was applied on the way.
     *
     * @param arguments by index; those without a value before the step are missing
     */
    record Taken(Call call, Map<Integer, Value> arguments) {
        ActionInstance instance(SemanticNode disjunct) {
            LinkedHashMap<String, TlaValue> named = new LinkedHashMap<>();
            FormalParamNode[] parameters = call.definition().getParams();
            arguments.forEach((index, value) -> Values.shown(value)
                    .ifPresent(shown -> named.put(parameters[index].getName().toString(), shown)));
            return new ActionInstance(call.name(), named, Places.of(call.definition()), Places.of(disjunct));
        }
    }

    /**
     * An action with everything bound that it needs, and the innermost named operator around it.
     *
     * @param root what it is a part of
     */
    record Candidate(Action action, Optional<Taken> operator, String root) {
        SemanticNode expression() {
            return action.pred;
        }

        Context context() {
            return action.con;
        }

        ActionInstance instance() {
            return operator.map(taken -> taken.instance(expression()))
                    .orElseGet(() -> new ActionInstance(root, new LinkedHashMap<>(), Places.of(expression())));
        }
    }

    /**
     * A quantifier that left no instance: its set is empty, or does not have the value that the event gives.
     *
     * @param names of the operators below it
     */
    record Excluded(Bound bound, Context context, Optional<Value> wanted, Set<String> names) {}

    /** A part of Next that TLC cannot enumerate. */
    record Unknown(SourceRange place, String message) {}

    private final Evaluator evaluator;
    private final TLCState state;
    private final Optional<String> action;
    private final Map<Integer, TlaValue> wanted;
    private final Map<FormalParamNode, Value> fixed;
    private final String root;
    /** Operators that are candidates as a whole, if no action is asked for. */
    private final Predicate<String> whole;

    private final List<Candidate> found = new ArrayList<>();
    private final List<Excluded> excluded = new ArrayList<>();
    private final List<Unknown> unknown = new ArrayList<>();
    private final Set<Call> otherwise = new LinkedHashSet<>();
    private boolean dependsOnState;

    private Candidates(
            Evaluator evaluator,
            TLCState state,
            Optional<String> action,
            Map<Integer, TlaValue> wanted,
            Map<FormalParamNode, Value> fixed,
            String root,
            Predicate<String> whole) {
        this.evaluator = evaluator;
        this.state = state;
        this.action = action;
        this.wanted = wanted;
        this.fixed = fixed;
        this.root = root;
        this.whole = whole;
    }

    /** All instances of Next. */
    static Candidates in(TLCState state, NextTree tree, Evaluator evaluator) {
        return new Candidates(evaluator, state, Optional.empty(), Map.of(), Map.of(), NEXT, name -> false)
                .walkFrom(tree.root(), tree.context());
    }

    /** The instances that have the event's action and arguments. */
    static Candidates in(TLCState state, NextTree tree, Evaluator evaluator, Wanted wanted) {
        return new Candidates(
                        evaluator, state, wanted.action(), wanted.arguments(), wanted.fixed(), NEXT, name -> false)
                .walkFrom(tree.root(), tree.context());
    }

    /** The instances of an operator of the binding: actions of the spec as a whole, so that they can be found in Next. */
    static Candidates in(TLCState state, Applied bound, NextTree spec, Evaluator evaluator) {
        return new Candidates(
                        evaluator,
                        state,
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        bound.operator().name(),
                        name -> spec.find(name).isPresent())
                .walkFrom(bound.operator().tree().root(), bound.context());
    }

    List<Candidate> found() {
        return found;
    }

    List<Excluded> excluded() {
        return excluded;
    }

    List<Unknown> unknown() {
        return unknown;
    }

    /** Whether another state may have other candidates. */
    boolean dependsOnState() {
        return dependsOnState;
    }

    /** Applications of the event's action that have other arguments than the event gives. */
    Set<Call> otherwise() {
        return otherwise;
    }

    private Candidates walkFrom(Node node, Context context) {
        walk(node, context, Optional.empty());
        return this;
    }

    private void walk(Node node, Context context, Optional<Taken> operator) {
        if (action.isPresent() && !node.names().contains(action.get())) {
            return;
        } else if (node instanceof Or or) {
            or.branches().forEach(branch -> walk(branch, context, operator));
        } else if (node instanceof Let let) {
            walk(let.body(), context, operator);
        } else if (node instanceof Exists exists) {
            walkQuantifier(exists, context, operator);
        } else if (node instanceof Call inner) {
            walkCall(inner, context);
        } else if (node instanceof Leaf leaf) {
            found.add(new Candidate(new Action(leaf.expression(), context), operator, root));
        }
    }

    private void walkCall(Call call, Context context) {
        Taken taken = new Taken(call, new TreeMap<>());
        Context inner = bind(taken, context);
        if (!action.map(call.name()::equals).orElseGet(() -> whole.test(call.name()))) {
            walk(call.body(), inner, Optional.of(taken));
        } else if (hasWanted(taken)) {
            found.add(new Candidate(new Action(call.definition().getBody(), inner), Optional.of(taken), root));
        } else {
            otherwise.add(call);
        }
    }

    /** Binds parameters to values where they have one before the step, and as TLC does otherwise. */
    private Context bind(Taken taken, Context context) {
        FormalParamNode[] parameters = taken.call().definition().getParams();
        ExprOrOpArgNode[] given = taken.call().application().getArgs();
        Context inner = context;
        for (int i = 0; i < given.length; i++) {
            Optional<Value> value = valueOf(given[i], context);
            if (value.isPresent()) {
                taken.arguments().put(i, value.get());
                inner = inner.cons(parameters[i], value.get());
            } else {
                inner = inner.cons(parameters[i], evaluator.tool().getVal(given[i], context, true));
            }
        }
        return inner;
    }

    private Optional<Value> valueOf(ExprOrOpArgNode argument, Context context) {
        try {
            return argument instanceof ExprNode expression ? Optional.of(eval(expression, context)) : Optional.empty();
        } catch (Evaluator.Failure e) {
            return Optional.empty();
        }
    }

    private boolean hasWanted(Taken taken) {
        for (Map.Entry<Integer, TlaValue> entry : wanted.entrySet()) {
            Value given = taken.arguments().get(entry.getKey());
            if (given == null) {
                SourceRange place = Places.of(taken.call().application().getArgs()[entry.getKey()]);
                unknown.add(new Unknown(place, "this argument has no value before the step, but the event gives one"));
                return false;
            } else if (!Values.shown(given).equals(Optional.of(entry.getValue()))) {
                return false;
            }
        }
        return true;
    }

    private void walkQuantifier(Exists exists, Context context, Optional<Taken> operator) {
        try {
            if (exists.variables().isEmpty()) {
                dependsOnState = true;
                for (Context inner : evaluator.instances(exists.quantifier(), context, state)) {
                    walk(exists.body(), inner, operator);
                }
            } else {
                enumerate(exists, 0, context, context, operator);
            }
        } catch (Evaluator.Failure e) {
            unknown.add(new Unknown(Places.of(exists.quantifier()), e.what()));
        }
    }

    private void enumerate(Exists exists, int index, Context outer, Context inner, Optional<Taken> operator)
            throws Evaluator.Failure {
        if (index == exists.variables().size()) {
            walk(exists.body(), inner, operator);
            return;
        }
        Bound bound = exists.variables().get(index);
        List<Value> values = values(bound, outer);
        for (Value value : values) {
            enumerate(exists, index + 1, outer, inner.cons(bound.variable(), value), operator);
        }
        if (values.isEmpty()) {
            excluded.add(new Excluded(bound, outer, Optional.ofNullable(fixed.get(bound.variable())), exists.names()));
        }
    }

    private List<Value> values(Bound bound, Context context) throws Evaluator.Failure {
        Value domain = eval(bound.domain(), context);
        Value value = fixed.get(bound.variable());
        if (value == null) {
            return evaluator.elements(domain);
        }
        return Evaluator.isMember(value, domain) ? List.of(value) : List.of();
    }

    private Value eval(ExprNode expression, Context context) throws Evaluator.Failure {
        dependsOnState |= expression.getLevel() != LevelConstants.ConstantLevel;
        return evaluator.eval(expression, context, state);
    }
}
