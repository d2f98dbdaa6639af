package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.api.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    private static final int NOT_PASSED = -1;

    private final Tool tool;
    private final Context context;
    private final Map<String, ActionSignature> signatures = new LinkedHashMap<>();
    private final Set<OpDefNode> open = new HashSet<>();
    private final Node root;

    NextTree(Tool tool, Action next) {
        this.tool = tool;
        this.context = next.con;
        this.root = build(next.pred);
    }

    Node root() {
        return root;
    }

    /** What the root is evaluated in: the arguments of a Spec that has parameters. */
    Context context() {
        return context;
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
        // Takes its place before those in it.
        signatures.putIfAbsent(name, new ActionSignature(name, parameters, Places.of(definition), List.of()));
        Node body = build(definition.getBody());
        signatures.put(
                name,
                new ActionSignature(
                        name, parameters, Places.of(definition), disjuncts(body).toList()));
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
        Map<FormalParamNode, Set<Integer>> positions = new LinkedHashMap<>();
        quantifiers(root).forEach(exists -> exists.variables()
                .forEach(bound -> collectPositions(
                        exists.body(),
                        name,
                        Set.of(bound.variable()),
                        positions.computeIfAbsent(bound.variable(), variable -> new TreeSet<>()))));
        Map<FormalParamNode, Integer> passed = new LinkedHashMap<>();
        positions.forEach((variable, all) -> {
            if (all.size() == 1 && !all.contains(NOT_PASSED)) {
                passed.put(variable, all.iterator().next());
            }
        });
        return passed;
    }

    private static Stream<Exists> quantifiers(Node node) {
        Stream<Exists> own = node instanceof Exists exists ? Stream.of(exists) : Stream.empty();
        return Stream.concat(own, children(node).stream().flatMap(NextTree::quantifiers));
    }

    private static Stream<SourceRange> disjuncts(Node node) {
        if (node instanceof Leaf leaf) {
            return Stream.of(Places.of(leaf.expression()));
        }
        return node instanceof Call ? Stream.empty() : children(node).stream().flatMap(NextTree::disjuncts);
    }

    private static List<Node> children(Node node) {
        if (node instanceof Or or) {
            return or.branches();
        } else if (node instanceof Let let) {
            return List.of(let.body());
        } else if (node instanceof Exists exists) {
            return List.of(exists.body());
        }
        return node instanceof Call call ? List.of(call.body()) : List.of();
    }

    /** Follows the value of a variable through the parameters of the operators that it is passed to. */
    private static void collectPositions(Node node, String name, Set<FormalParamNode> aliases, Set<Integer> positions) {
        if (node instanceof Call call && call.name().equals(name)) {
            positions.add(positionsOf(aliases, call).findFirst().orElse(NOT_PASSED));
        } else if (node instanceof Call call) {
            Set<FormalParamNode> inner = new HashSet<>(aliases);
            positionsOf(aliases, call).forEach(i -> inner.add(call.definition().getParams()[i]));
            collectPositions(call.body(), name, inner, positions);
        } else {
            children(node).forEach(child -> collectPositions(child, name, aliases, positions));
        }
    }

    private static Stream<Integer> positionsOf(Set<FormalParamNode> aliases, Call call) {
        ExprOrOpArgNode[] arguments = call.application().getArgs();
        return IntStream.range(0, arguments.length)
                .filter(i -> arguments[i] instanceof OpApplNode argument
                        && argument.getOperator() instanceof FormalParamNode variable
                        && aliases.contains(variable))
                .boxed();
    }
}
