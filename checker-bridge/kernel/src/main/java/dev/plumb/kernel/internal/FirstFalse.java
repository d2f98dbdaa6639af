package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.WhyNot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;

/**
 * Finds the first conjunct of an action that is FALSE in a state. It descends through conjunctions, quantifiers, IF,
 * CASE, LET and the definitions of operators, so that the conjunct it names is the innermost one, where it is written.
 */
final class FirstFalse {
    private final Evaluator evaluator;
    private final SourceText source;
    private final ActionInstance action;
    private final TLCState state;
    private final ShownValues values;

    FirstFalse(Evaluator evaluator, SourceText source, ActionInstance action, TLCState state) {
        this.evaluator = evaluator;
        this.source = source;
        this.action = action;
        this.state = state;
        this.values = new ShownValues(evaluator, source, state, Optional.empty());
    }

    /**
     * Empty if every conjunct that can be evaluated in the state is TRUE. What cannot be evaluated in it may still be in
     * a step, in which TLC evaluates it lazily.
     */
    Optional<WhyNot> in(SemanticNode node, Context context) {
        try {
            return find(node, context);
        } catch (Evaluator.Failure e) {
            return Optional.of(
                    new WhyNot.EvaluationError(action, Places.of(node) + ": " + source.line(node) + ": " + e.what()));
        }
    }

    /** How many conjuncts are FALSE in the state, of those that can be evaluated in it. */
    int broken(SemanticNode node, Context context) {
        try {
            if (node instanceof LetInNode let) {
                return broken(let.getBody(), context);
            } else if (node instanceof LabelNode label) {
                return broken(label.getBody(), context);
            } else if (node instanceof OpApplNode application) {
                return broken(application, context);
            }
            return leaf(node, context).isPresent() ? 1 : 0;
        } catch (Evaluator.Failure e) {
            return 0;
        }
    }

    private int broken(OpApplNode application, Context context) throws Evaluator.Failure {
        int opcode = BuiltInOPs.getOpCode(application.getOperator().getName());
        OpDefNode definition = definition(application, context);
        if (opcode == ToolGlobals.OPCODE_cl || opcode == ToolGlobals.OPCODE_land) {
            return Arrays.stream(application.getArgs())
                    .mapToInt(conjunct -> broken(conjunct, context))
                    .sum();
        } else if (opcode == 0 && definition != null) {
            return broken(
                    definition.getBody(),
                    evaluator.tool().getOpContext(definition, application.getArgs(), context, true));
        }
        return find(application, context).isPresent() ? 1 : 0;
    }

    private Optional<WhyNot> find(SemanticNode node, Context context) throws Evaluator.Failure {
        if (node instanceof LetInNode let) {
            return in(let.getBody(), context);
        } else if (node instanceof LabelNode label) {
            return in(label.getBody(), context);
        } else if (node instanceof SubstInNode subst) {
            return in(subst.getBody(), evaluator.substituted(subst, context, true));
        } else if (node instanceof OpApplNode application) {
            return find(application, context);
        }
        return leaf(node, context);
    }

    private Optional<WhyNot> find(OpApplNode application, Context context) throws Evaluator.Failure {
        ExprOrOpArgNode[] arguments = application.getArgs();
        return switch (BuiltInOPs.getOpCode(application.getOperator().getName())) {
            case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land -> firstOf(arguments, context);
            case ToolGlobals.OPCODE_dl, ToolGlobals.OPCODE_lor -> eachOf(application, context);
            case ToolGlobals.OPCODE_be -> someInstance(application, context);
            case ToolGlobals.OPCODE_bf -> firstInstance(application, context);
            case ToolGlobals.OPCODE_ite ->
                in(arguments[evaluator.isTrue(arguments[0], context, state) ? 1 : 2], context);
            case ToolGlobals.OPCODE_case -> firstCase(application, context);
            default -> defined(application, context);
        };
    }

    private Optional<WhyNot> defined(OpApplNode application, Context context) throws Evaluator.Failure {
        OpDefNode definition = definition(application, context);
        if (definition == null) {
            return leaf(application, context);
        }
        return in(
                definition.getBody(), evaluator.tool().getOpContext(definition, application.getArgs(), context, true));
    }

    private @Nullable OpDefNode definition(OpApplNode application, Context context) {
        return evaluator.tool().lookup(application.getOperator(), context, false) instanceof OpDefNode definition
                        && BuiltInOPs.getOpCode(definition.getName()) == 0
                        && definition.getBody() != null
                ? definition
                : null;
    }

    private Optional<WhyNot> firstOf(ExprOrOpArgNode[] conjuncts, Context context) {
        return Arrays.stream(conjuncts)
                .flatMap(conjunct -> in(conjunct, context).stream())
                .findFirst();
    }

    /** A disjunction is FALSE as a whole: no branch of it is more to blame than the others. */
    private Optional<WhyNot> eachOf(OpApplNode disjunction, Context context) {
        List<Optional<WhyNot>> branches = Arrays.stream(disjunction.getArgs())
                .map(branch -> in(branch, context))
                .toList();
        return allFalse(branches, disjunction, context);
    }

    private Optional<WhyNot> someInstance(OpApplNode quantifier, Context context) throws Evaluator.Failure {
        List<Optional<WhyNot>> instances = evaluator.instances(quantifier, context, state).stream()
                .map(instance -> in(quantifier.getArgs()[0], instance))
                .toList();
        return instances.size() == 1 ? instances.get(0) : allFalse(instances, quantifier, context);
    }

    private Optional<WhyNot> allFalse(List<Optional<WhyNot>> alternatives, OpApplNode whole, Context context) {
        return alternatives.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : alternatives.stream()
                        .flatMap(Optional::stream)
                        .filter(WhyNot.EvaluationError.class::isInstance)
                        .findFirst()
                        .or(() -> Optional.of(falseConjunct(whole, context)));
    }

    private Optional<WhyNot> firstInstance(OpApplNode quantifier, Context context) throws Evaluator.Failure {
        return evaluator.instances(quantifier, context, state).stream()
                .flatMap(instance -> in(quantifier.getArgs()[0], instance).stream())
                .findFirst();
    }

    private Optional<WhyNot> firstCase(OpApplNode cases, Context context) throws Evaluator.Failure {
        for (ExprOrOpArgNode each : cases.getArgs()) {
            ExprOrOpArgNode[] guardAndValue = ((OpApplNode) each).getArgs();
            boolean isOther = guardAndValue[0] == null;
            if (isOther || evaluator.isTrue(guardAndValue[0], context, state)) {
                return in(guardAndValue[1], context);
            }
        }
        throw new Evaluator.Failure("no case is true");
    }

    private Optional<WhyNot> leaf(SemanticNode node, Context context) throws Evaluator.Failure {
        boolean aboutOneState =
                node instanceof ExprNode expression && expression.getLevel() <= LevelConstants.VariableLevel;
        return !aboutOneState || evaluator.isTrue(node, context, state)
                ? Optional.empty()
                : Optional.of(falseConjunct(node, context));
    }

    private WhyNot falseConjunct(SemanticNode node, Context context) {
        return new WhyNot.FalseConjunct(action, Places.of(node), source.line(node), values.in(node, context));
    }
}
