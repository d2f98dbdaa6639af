package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.Mutation;
import dev.plumb.kernel.api.Mutation.Kind;
import dev.plumb.kernel.api.SourceRange;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tla2sany.parser.SyntaxTreeNode;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.ToolGlobals;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;

/**
 * Finds where a fault can be written into a spec: in Next and all that it uses, and in the fairness conditions. Equations
 * that say what the next state is are left as they are, but for the conditions in them.
 */
final class Mutations {
    private static final Map<String, String> NEGATIONS = Map.ofEntries(
            Map.entry("=", "#"),
            Map.entry("#", "="),
            Map.entry("/=", "="),
            Map.entry("<", ">="),
            Map.entry(">", "=<"),
            Map.entry("=<", ">"),
            Map.entry("<=", ">"),
            Map.entry("\\leq", ">"),
            Map.entry(">=", "<"),
            Map.entry("\\geq", "<"),
            Map.entry("\\in", "\\notin"),
            Map.entry("\\notin", "\\in"));
    private static final Map<String, String> WEAKENINGS = Map.of("<", "=<", ">", ">=");

    /** Of left side, operator and right side. */
    private static final int OPERATOR = 1;

    private static final int INFIX_PARTS = 3;

    private final Tool tool;
    private final SourceText source;
    private final Set<SemanticNode> asked = new HashSet<>();
    private final Set<OpDefNode> visited = new HashSet<>();
    private final Set<Mutation> found = new LinkedHashSet<>();

    Mutations(Tool tool, SourceText source) {
        this.tool = tool;
        this.source = source;
    }

    /** Leaves alone what these definitions use of single states: a fault there would change the question, too. */
    Mutations sparing(Collection<OpDefNode> checked) {
        checked.forEach(definition -> collect(definition.getBody(), asked));
        return this;
    }

    /** Leaves alone what the behaviour uses. */
    Mutations sparing(SemanticNode next) {
        collect(next, asked);
        return this;
    }

    /** What these claim under a condition, to be replaced by FALSE. */
    List<Mutation> consequents(List<OpDefNode> claims) {
        claims.forEach(definition -> claim(definition.getBody()));
        return List.copyOf(found);
    }

    private void claim(SemanticNode node) {
        Optional<SemanticNode> inner = inner(node);
        if (inner.isPresent()) {
            claim(inner.get());
        } else if (isConjunction(node)) {
            arguments((OpApplNode) node).forEach(this::claim);
        } else if (node instanceof OpApplNode all && opcode(all) == ToolGlobals.OPCODE_bf) {
            claim(all.getArgs()[0]);
        } else if (node instanceof OpApplNode implication && opcode(implication) == ToolGlobals.OPCODE_implies) {
            List<SemanticNode> sides = arguments(implication);
            found.add(new Mutation(Kind.DENY_CONSEQUENT, Places.of(sides.get(1)), source.line(sides.get(0)), "FALSE"));
            claim(sides.get(1));
        } else {
            changeable(node).filter(visited::add).ifPresent(definition -> claim(definition.getBody()));
        }
    }

    private static void collect(@Nullable SemanticNode node, Set<SemanticNode> seen) {
        if (node == null || !seen.add(node)) {
            return;
        } else if (node instanceof OpApplNode application
                && application.getOperator() instanceof OpDefNode definition) {
            seen.add(definition);
            collect(definition.getBody(), seen);
        }
        Children.of(node).forEach(child -> collect(child, seen));
    }

    List<Mutation> in(SemanticNode next, List<SemanticNode> fairness) {
        action(next, true);
        fairness.forEach(this::fairness);
        return List.copyOf(found);
    }

    /** {@code isAlternative} says whether no conjunction is around it, so that its disjuncts are alternatives of Next. */
    private void action(SemanticNode node, boolean isAlternative) {
        Optional<SemanticNode> inner = inner(node);
        if (inner.isPresent()) {
            action(inner.get(), isAlternative);
        } else if (node instanceof OpApplNode application) {
            action(application, isAlternative);
        }
    }

    private void action(OpApplNode application, boolean isAlternative) {
        List<SemanticNode> arguments = arguments(application);
        switch (opcode(application)) {
            case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land -> arguments.forEach(this::conjunct);
            case ToolGlobals.OPCODE_dl, ToolGlobals.OPCODE_lor ->
                arguments.forEach(each -> disjunct(each, isAlternative));
            case ToolGlobals.OPCODE_be -> action(arguments.get(0), isAlternative);
            case ToolGlobals.OPCODE_bf -> conjunct(arguments.get(0));
            case ToolGlobals.OPCODE_ite -> {
                comparisons(arguments.get(0));
                arguments.subList(1, arguments.size()).forEach(branch -> action(branch, false));
            }
            case ToolGlobals.OPCODE_case -> arguments.forEach(each -> branch((OpApplNode) each));
            default -> defined(application, isAlternative);
        }
    }

    private void branch(OpApplNode guardAndValue) {
        List<SemanticNode> parts = arguments(guardAndValue);
        // OTHER has no guard.
        parts.subList(0, parts.size() - 1).forEach(this::comparisons);
        action(parts.get(parts.size() - 1), false);
    }

    private void defined(OpApplNode application, boolean isAlternative) {
        Optional<OpDefNode> definition = definition(application);
        if (definition.isEmpty()) {
            Children.of(application).forEach(this::comparisons);
        } else if (visited.add(definition.get())) {
            action(definition.get().getBody(), isAlternative);
        }
    }

    private void disjunct(SemanticNode node, boolean isAlternative) {
        if (isAlternative && !isDisjunction(node, new HashSet<>())) {
            found.add(new Mutation(Kind.DROP_ACTION, Places.of(definedAs(node)), source.line(node), "FALSE"));
        }
        action(node, isAlternative);
    }

    /**
     * What an alternative is defined as: if only Next lost it, fairness could still demand it, and no behaviour would be left
     * to violate a property.
     */
    private SemanticNode definedAs(SemanticNode alternative) {
        Optional<SemanticNode> inner = inner(alternative);
        if (inner.isPresent()) {
            return definedAs(inner.get());
        } else if (alternative instanceof OpApplNode some && opcode(some) == ToolGlobals.OPCODE_be) {
            return definedAs(some.getArgs()[0]);
        }
        return definition(alternative).<SemanticNode>map(OpDefNode::getBody).orElse(alternative);
    }

    /** Whether it is one behind quantifiers and names: then its own disjuncts are the alternatives. */
    private boolean isDisjunction(SemanticNode node, Set<OpDefNode> open) {
        Optional<SemanticNode> inner = inner(node);
        if (inner.isPresent()) {
            return isDisjunction(inner.get(), open);
        } else if (node instanceof OpApplNode application) {
            return switch (opcode(application)) {
                case ToolGlobals.OPCODE_dl, ToolGlobals.OPCODE_lor -> true;
                case ToolGlobals.OPCODE_be -> isDisjunction(application.getArgs()[0], open);
                default ->
                    definition(application)
                            .filter(open::add)
                            .map(definition -> isDisjunction(definition.getBody(), open))
                            .orElse(false);
            };
        }
        return false;
    }

    private void conjunct(SemanticNode node) {
        if (isAboutOneState(node)) {
            guard(node);
        } else {
            action(node, false);
        }
    }

    private void guard(SemanticNode node) {
        Optional<SemanticNode> inner = inner(node);
        Optional<OpDefNode> conjunction = changeable(node).filter(named -> isConjunction(named.getBody()));
        if (inner.isPresent()) {
            guard(inner.get());
        } else if (isConjunction(node)) {
            arguments((OpApplNode) node).forEach(this::guard);
        } else if (conjunction.isPresent()) {
            conjunction.filter(visited::add).ifPresent(named -> guard(named.getBody()));
        } else if (!onlyPrints(node)) {
            add(Kind.DROP_GUARD, node, "TRUE");
            comparisons(node);
        }
    }

    /** And so is always true. */
    private static boolean onlyPrints(SemanticNode node) {
        return node instanceof OpApplNode application
                && application.getOperator().getName().toString().equals("PrintT");
    }

    private static boolean isConjunction(SemanticNode node) {
        return node instanceof OpApplNode application
                && (opcode(application) == ToolGlobals.OPCODE_cl || opcode(application) == ToolGlobals.OPCODE_land);
    }

    /** The definition of the operator that is applied, unless what is checked uses it, too. */
    private Optional<OpDefNode> changeable(SemanticNode node) {
        return definition(node).filter(definition -> !asked.contains(definition));
    }

    private void comparisons(SemanticNode node) {
        if (node instanceof OpApplNode application && isAboutOneState(node)) {
            comparison(application);
        }
        changeable(node).filter(visited::add).ifPresent(definition -> comparisons(definition.getBody()));
        Children.of(node).forEach(this::comparisons);
    }

    private void comparison(OpApplNode application) {
        SyntaxTreeNode[] parts = ((SyntaxTreeNode) application.getTreeNode()).getHeirs();
        if (parts.length == INFIX_PARTS) {
            SourceRange place = Places.of(parts[OPERATOR].getLocation());
            String operator = source.text(place);
            Optional.ofNullable(NEGATIONS.get(operator))
                    .ifPresent(other -> found.add(new Mutation(Kind.NEGATE, place, operator, other)));
            Optional.ofNullable(WEAKENINGS.get(operator))
                    .ifPresent(other -> found.add(new Mutation(Kind.WEAKEN, place, operator, other)));
        }
    }

    private void fairness(SemanticNode node) {
        Optional<SemanticNode> inner = inner(node);
        if (inner.isPresent()) {
            fairness(inner.get());
        } else if (isConjunction(node)) {
            arguments((OpApplNode) node).forEach(this::fairness);
        } else if (node instanceof OpApplNode all && opcode(all) == ToolGlobals.OPCODE_bf) {
            fairness(all.getArgs()[0]);
        } else if (definition(node).isPresent()) {
            definition(node).filter(visited::add).ifPresent(definition -> fairness(definition.getBody()));
        } else {
            add(Kind.DROP_FAIRNESS, node, "TRUE");
        }
    }

    private void add(Kind kind, SemanticNode node, String replacement) {
        found.add(new Mutation(kind, Places.of(node), source.line(node), replacement));
    }

    private static boolean isAboutOneState(SemanticNode node) {
        return node instanceof ExprNode expression && expression.getLevel() <= LevelConstants.VariableLevel;
    }

    /** What LET, a label or an instance is around. */
    private static Optional<SemanticNode> inner(SemanticNode node) {
        if (node instanceof LetInNode let) {
            return Optional.of(let.getBody());
        } else if (node instanceof LabelNode label) {
            return Optional.of(label.getBody());
        }
        return node instanceof SubstInNode instance ? Optional.of(instance.getBody()) : Optional.empty();
    }

    /** The operator that is applied, a substitution of the cfg included; none for what TLC evaluates itself. */
    private Optional<OpDefNode> definition(SemanticNode node) {
        return node instanceof OpApplNode application
                        && tool.lookup(application.getOperator(), Context.Empty, false) instanceof OpDefNode definition
                        && BuiltInOPs.getOpCode(definition.getName()) == 0
                        && definition.getBody() != null
                ? Optional.of(definition)
                : Optional.empty();
    }

    private static int opcode(OpApplNode application) {
        return BuiltInOPs.getOpCode(application.getOperator().getName());
    }

    private static List<SemanticNode> arguments(OpApplNode application) {
        return Children.present(application.getArgs());
    }
}
