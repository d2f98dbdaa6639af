package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ActionSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.ToolGlobals;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;

/**
 * Next as a tree of disjunctions, existential quantifiers and named operators. TLC's own list of actions stops at the
 * first quantifier whose bound depends on the state; this tree goes through it, so that {@code \E m \in msgs :
 * Receive(m)} has an action Receive.
 */
final class NextTree {

    /** A node of the tree; {@code names} are the named operators at and below it. */
    sealed interface Node {
        Set<String> names();
    }

    /** A disjunction. */
    record Or(List<Node> branches, Set<String> names) implements Node {}

    /**
     * A bounded existential quantifier over one or more variables. Where it binds by tuple patterns, {@code variables}
     * is empty and TLC enumerates it.
     */
    record Exists(OpApplNode quantifier, List<Bound> variables, Node body, Set<String> names) implements Node {}

    /** One variable of a quantifier and the set that it ranges over. */
    record Bound(FormalParamNode variable, ExprNode domain) {}

    /** The application of a defined operator: an action if it has a name that an event uses. */
    record Call(OpApplNode application, OpDefNode definition, Node body, Set<String> names) implements Node {
        String name() {
            return definition.getName().toString();
        }
    }

    /** Local definitions around the rest; TLC finds them without being told, but text needs them. */
    record Let(LetInNode let, Node body) implements Node {
        @Override
        public Set<String> names() {
            return body.names();
        }
    }

    /** Anything else: a conjunction, an IF, an equation. */
    record Leaf(SemanticNode expression) implements Node {
        @Override
        public Set<String> names() {
            return Set.of();
        }
    }

    private final Tool tool;
    private final Map<String, ActionSignature> signatures = new LinkedHashMap<>();
    private final Set<OpDefNode> open = new HashSet<>();
    private final Node root;

    NextTree(Tool tool, SemanticNode next) {
        this.tool = tool;
        this.root = build(next);
    }

    Node root() {
        return root;
    }

    /** Every operator that an event may name, in the order of Next. */
    List<ActionSignature> signatures() {
        return List.copyOf(signatures.values());
    }

    Optional<ActionSignature> find(String name) {
        return Optional.ofNullable(signatures.get(name));
    }

    private Node build(SemanticNode node) {
        if (node instanceof LetInNode let) {
            return new Let(let, build(let.getBody()));
        } else if (node instanceof LabelNode label) {
            return build(label.getBody());
        } else if (node instanceof OpApplNode application) {
            return build(application);
        }
        return new Leaf(node);
    }

    private Node build(OpApplNode application) {
        int opcode = BuiltInOPs.getOpCode(application.getOperator().getName());
        if (opcode == ToolGlobals.OPCODE_dl || opcode == ToolGlobals.OPCODE_lor) {
            return or(application);
        } else if (opcode == ToolGlobals.OPCODE_be) {
            return exists(application);
        }
        OpDefNode definition = definition(application);
        return definition == null || !open.add(definition) ? new Leaf(application) : call(application, definition);
    }

    private Node or(OpApplNode application) {
        List<Node> branches =
                Arrays.stream(application.getArgs()).map(this::build).toList();
        Set<String> names = new TreeSet<>();
        branches.forEach(branch -> names.addAll(branch.names()));
        return new Or(branches, names);
    }

    private Node exists(OpApplNode quantifier) {
        Node body = build(quantifier.getArgs()[0]);
        return new Exists(quantifier, bounds(quantifier), body, body.names());
    }

    static List<Bound> bounds(OpApplNode quantifier) {
        List<Bound> bounds = new ArrayList<>();
        for (int i = 0; i < quantifier.getBdedQuantBounds().length; i++) {
            if (quantifier.isBdedQuantATuple()[i]) {
                return List.of();
            }
            for (FormalParamNode variable : quantifier.getBdedQuantSymbolLists()[i]) {
                bounds.add(new Bound(variable, quantifier.getBdedQuantBounds()[i]));
            }
        }
        return bounds;
    }

    /** The operator that is applied, a substitution of the cfg included; null for what TLC evaluates itself. */
    private @Nullable OpDefNode definition(OpApplNode application) {
        return tool.lookup(application.getOperator(), Context.Empty, false) instanceof OpDefNode definition
                        && BuiltInOPs.getOpCode(definition.getName()) == 0
                ? definition
                : null;
    }

    private Node call(OpApplNode application, OpDefNode definition) {
        List<String> parameters = Arrays.stream(definition.getParams())
                .map(parameter -> parameter.getName().toString())
                .toList();
        String name = definition.getName().toString();
        signatures.putIfAbsent(name, new ActionSignature(name, parameters, Places.of(definition)));
        Node body = build(definition.getBody());
        open.remove(definition);
        Set<String> names = new TreeSet<>(body.names());
        names.add(name);
        return new Call(application, definition, body, names);
    }

    /**
     * The quantified variables that every application of an operator below their quantifier passes on as one and the
     * same parameter, with that parameter's index. Where an event gives the argument, such a variable need not be
     * enumerated.
     */
    Map<FormalParamNode, Integer> passedTo(String name) {
        Map<FormalParamNode, Integer> passed = new LinkedHashMap<>();
        collectPassed(root, name, passed);
        return passed;
    }

    private static void collectPassed(Node node, String name, Map<FormalParamNode, Integer> passed) {
        if (node instanceof Or or) {
            or.branches().forEach(branch -> collectPassed(branch, name, passed));
        } else if (node instanceof Let let) {
            collectPassed(let.body(), name, passed);
        } else if (node instanceof Call call) {
            collectPassed(call.body(), name, passed);
        } else if (node instanceof Exists exists) {
            List<Call> calls = new ArrayList<>();
            collectCalls(exists.body(), name, calls);
            exists.variables().forEach(bound -> passedOn(bound.variable(), calls, passed));
            collectPassed(exists.body(), name, passed);
        }
    }

    private static void collectCalls(Node node, String name, List<Call> calls) {
        if (node instanceof Or or) {
            or.branches().forEach(branch -> collectCalls(branch, name, calls));
        } else if (node instanceof Let let) {
            collectCalls(let.body(), name, calls);
        } else if (node instanceof Exists exists) {
            collectCalls(exists.body(), name, calls);
        } else if (node instanceof Call call && call.name().equals(name)) {
            calls.add(call);
        } else if (node instanceof Call call) {
            collectCalls(call.body(), name, calls);
        }
    }

    private static void passedOn(FormalParamNode variable, List<Call> calls, Map<FormalParamNode, Integer> passed) {
        Set<Integer> positions = new TreeSet<>();
        calls.forEach(call -> positions.add(position(variable, call)));
        if (positions.size() == 1 && !positions.contains(-1)) {
            passed.put(variable, positions.iterator().next());
        }
    }

    private static int position(FormalParamNode variable, Call call) {
        ExprOrOpArgNode[] arguments = call.application().getArgs();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof OpApplNode argument && variable.equals(argument.getOperator())) {
                return i;
            }
        }
        return -1;
    }
}
