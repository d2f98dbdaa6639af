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
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.IContextEnumerator;
import tlc2.tool.TLCState;
import tlc2.util.Context;
import tlc2.value.impl.Enumerable;
import tlc2.value.impl.Value;
import tlc2.value.impl.ValueEnumeration;

/**
 * The instances of Next in a state: all of them, or those of the action and arguments that an event names. Quantifiers
 * are enumerated in the state, except where the event gives the value.
 */
final class Candidates {

    /** An action with everything bound that it needs. {@code call} is the innermost named operator around it. */
    record Candidate(
            SemanticNode expression,
            Context context,
            @Nullable Call call,
            List<Value> arguments) {
        ActionInstance instance() {
            LinkedHashMap<String, TlaValue> named = new LinkedHashMap<>();
            if (call == null) {
                return new ActionInstance("Next", named, Places.of(expression));
            }
            FormalParamNode[] parameters = call.definition().getParams();
            for (int i = 0; i < arguments.size(); i++) {
                named.put(parameters[i].getName().toString(), Values.fromTlc(arguments.get(i)));
            }
            return new ActionInstance(call.name(), named, Places.of(call.definition()));
        }
    }

    /** A quantifier that left no instance: its set is empty, or does not have the value that the event gives. */
    record Excluded(Bound bound, Context context, Optional<Value> wanted) {}

    /** A part of Next that TLC cannot enumerate. */
    record Unknown(SourceRange place, String message) {}

    private final Evaluator evaluator;
    private final TLCState state;
    private final Optional<String> action;
    private final Map<Integer, Value> wanted;
    private final Map<FormalParamNode, Value> fixed;
    private final List<Candidate> found = new ArrayList<>();
    private final List<Excluded> excluded = new ArrayList<>();
    private final List<Unknown> unknown = new ArrayList<>();

    private Candidates(
            Evaluator evaluator,
            TLCState state,
            Optional<String> action,
            Map<Integer, Value> wanted,
            Map<FormalParamNode, Value> fixed) {
        this.evaluator = evaluator;
        this.state = state;
        this.action = action;
        this.wanted = wanted;
        this.fixed = fixed;
    }

    /** All instances of Next. */
    static Candidates in(TLCState state, NextTree tree, Evaluator evaluator) {
        return new Candidates(evaluator, state, Optional.empty(), Map.of(), Map.of()).walkFrom(tree);
    }

    /** The instances that have the event's action and arguments. */
    static Candidates in(TLCState state, NextTree tree, Evaluator evaluator, Observed observed) {
        return new Candidates(evaluator, state, observed.action(), observed.wanted(), observed.fixed()).walkFrom(tree);
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

    private Candidates walkFrom(NextTree tree) {
        walk(tree.root(), Context.Empty, null, List.of());
        return this;
    }

    private void walk(Node node, Context context, @Nullable Call call, List<Value> arguments) {
        if (action.isPresent() && !node.names().contains(action.get())) {
            return;
        } else if (node instanceof Or or) {
            or.branches().forEach(branch -> walk(branch, context, call, arguments));
        } else if (node instanceof Let let) {
            walk(let.body(), context, call, arguments);
        } else if (node instanceof Exists exists) {
            walkQuantifier(exists, context, call, arguments);
        } else if (node instanceof Call inner) {
            walkCall(inner, context);
        } else if (node instanceof Leaf leaf) {
            found.add(new Candidate(leaf.expression(), context, call, arguments));
        }
    }

    private void walkCall(Call call, Context context) {
        List<Value> arguments = new ArrayList<>();
        Context inner = bind(call, context, arguments);
        if (action.isPresent() && action.get().equals(call.name())) {
            if (hasWanted(arguments)) {
                found.add(new Candidate(call.definition().getBody(), inner, call, arguments));
            }
        } else {
            walk(call.body(), inner, call, arguments);
        }
    }

    /** Binds parameters to values where they have one before the step, and as TLC does otherwise. */
    private Context bind(Call call, Context context, List<Value> arguments) {
        FormalParamNode[] parameters = call.definition().getParams();
        ExprOrOpArgNode[] given = call.application().getArgs();
        Context inner = context;
        for (int i = 0; i < given.length; i++) {
            Value value = given[i] instanceof ExprNode ? valueOf(given[i], context) : null;
            if (value != null) {
                arguments.add(value);
            }
            Object bound = value != null ? value : evaluator.tool().getVal(given[i], context, true);
            inner = inner.cons(parameters[i], bound);
        }
        return inner;
    }

    private @Nullable Value valueOf(ExprOrOpArgNode argument, Context context) {
        try {
            Value value = evaluator.eval(argument, context, state);
            value.deepNormalize();
            return value;
        } catch (Evaluator.Failure e) {
            return null;
        }
    }

    private boolean hasWanted(List<Value> arguments) {
        return wanted.entrySet().stream()
                .allMatch(entry ->
                        entry.getKey() < arguments.size() && same(entry.getValue(), arguments.get(entry.getKey())));
    }

    private static boolean same(Value a, Value b) {
        return Values.fromTlc(a).equals(Values.fromTlc(b));
    }

    private void walkQuantifier(Exists exists, Context context, @Nullable Call call, List<Value> arguments) {
        try {
            if (exists.variables().isEmpty()) {
                IContextEnumerator all =
                        evaluator.tool().contexts(exists.quantifier(), context, state, TLCState.Empty, 0);
                for (Context inner = all.nextElement(); inner != null; inner = all.nextElement()) {
                    walk(exists.body(), inner, call, arguments);
                }
            } else {
                enumerate(exists, 0, context, context, call, arguments);
            }
        } catch (Evaluator.Failure e) {
            unknown.add(new Unknown(Places.of(exists.quantifier()), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            unknown.add(new Unknown(
                    Places.of(exists.quantifier()),
                    String.valueOf(Evaluator.failure(e).getMessage())));
        }
    }

    private void enumerate(
            Exists exists, int index, Context outer, Context inner, @Nullable Call call, List<Value> arguments)
            throws Evaluator.Failure {
        if (index == exists.variables().size()) {
            walk(exists.body(), inner, call, arguments);
            return;
        }
        Bound bound = exists.variables().get(index);
        boolean any = false;
        for (Value value : values(bound, outer)) {
            any = true;
            enumerate(exists, index + 1, outer, inner.cons(bound.variable(), value), call, arguments);
        }
        if (!any) {
            excluded.add(new Excluded(bound, outer, Optional.ofNullable(fixed.get(bound.variable()))));
        }
    }

    private List<Value> values(Bound bound, Context context) throws Evaluator.Failure {
        Value domain = evaluator.eval(bound.domain(), context, state);
        Value value = fixed.get(bound.variable());
        if (value != null) {
            return isMember(value, domain) ? List.of(value) : List.of();
        } else if (domain instanceof Enumerable enumerable) {
            List<Value> values = new ArrayList<>();
            ValueEnumeration elements = enumerable.elements();
            for (Value element = elements.nextElement(); element != null; element = elements.nextElement()) {
                values.add(element);
            }
            return values;
        }
        throw new Evaluator.Failure("the set " + domain + " cannot be enumerated");
    }

    /** Membership, in which a value of another kind than the elements is no error but no member. */
    private static boolean isMember(Value value, Value domain) {
        try {
            return domain.member(value);
        } catch (RuntimeException e) {
            return false;
        }
    }
}
