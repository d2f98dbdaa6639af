package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LevelNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;
import tlc2.value.impl.LazyValue;

/**
 * What an expression looks at in a state and the next one: the variables in it, and where they are applied to indices that
 * can be evaluated, only what is found there. Operators are followed to their definitions. What lies behind the limits
 * counts as the whole variable or not at all: this lights cells for a reader, it proves nothing.
 */
final class ReadCells {
    private static final int DEEPEST = 40;
    private static final int MOST_INSTANCES = 64;
    private static final int MOST_NODES = 20_000;

    private final Evaluator evaluator;
    private final TLCState state;
    private final TLCState next;
    private final SortedSet<Cell> cells = new TreeSet<>();
    private int visited;

    private ReadCells(Evaluator evaluator, TLCState state, TLCState next) {
        this.evaluator = evaluator;
        this.state = state;
        this.next = next;
    }

    /** @param next {@link TLCState#Empty} where there is none */
    static SortedSet<Cell> of(
            SemanticNode expression, Context context, Evaluator evaluator, TLCState state, TLCState next) {
        ReadCells read = new ReadCells(evaluator, state, next);
        read.walk(expression, new At(context, false, DEEPEST));
        return Collections.unmodifiableSortedSet(read.cells);
    }

    /** Where in an expression we are: in which context, whether inside of a prime, and how much deeper we go. */
    private record At(Context context, boolean isNext, int left) {
        At in(Context inner) {
            return new At(inner, isNext, left - 1);
        }

        At primed() {
            return new At(context, true, left);
        }
    }

    private void walk(SemanticNode node, At at) {
        boolean isConstant = node instanceof LevelNode level && level.getLevel() == 0 && at.context() == Context.Empty;
        if (at.left() == 0 || isConstant || ++visited > MOST_NODES) {
            return;
        } else if (node instanceof SubstInNode subst) {
            walk(subst.getBody(), at.in(evaluator.substituted(subst, at.context(), false)));
        } else if (node instanceof OpApplNode application) {
            walk(application, at);
        } else {
            walkAll(node.getChildren(), at);
        }
    }

    private void walkAll(SemanticNode @Nullable [] nodes, At at) {
        Children.present(nodes).forEach(node -> walk(node, at));
    }

    private void walk(OpApplNode application, At at) {
        ExprOrOpArgNode[] arguments = application.getArgs();
        switch (BuiltInOPs.getOpCode(application.getOperator().getName())) {
            case ToolGlobals.OPCODE_fa, ToolGlobals.OPCODE_rs -> walkApplied(application, at);
            case ToolGlobals.OPCODE_prime -> walk(arguments[0], at.primed());
            case ToolGlobals.OPCODE_unchanged -> {
                walk(arguments[0], at);
                walk(arguments[0], at.primed());
            }
            case ToolGlobals.OPCODE_ite -> walkBranch(arguments, at);
            case ToolGlobals.OPCODE_eq -> walkEquation(arguments, at);
            case 0 -> walkNamed(application, at);
            default -> walkBound(application, at);
        }
    }

    /** {@code v' = [v EXCEPT ![i] = e]} is about {@code v'[i]} alone: the rest is as it was. */
    private void walkEquation(ExprOrOpArgNode[] sides, At at) {
        Optional<Cell> changed = sides[0] instanceof OpApplNode left && isPrime(left)
                ? variable(left.getArgs()[0], at.primed())
                : Optional.empty();
        if (changed.isPresent()
                && sides[1] instanceof OpApplNode right
                && BuiltInOPs.getOpCode(right.getOperator().getName()) == ToolGlobals.OPCODE_exc
                && variable(right.getArgs()[0], at.primed()).equals(changed)) {
            for (int i = 1; i < right.getArgs().length; i++) {
                ExprOrOpArgNode[] pathAndValue = ((OpApplNode) right.getArgs()[i]).getArgs();
                List<SemanticNode> path = List.of(((OpApplNode) pathAndValue[0]).getArgs());
                cells.add(part(changed.get(), path, at));
                walkAll(pathAndValue, at.in(at.context()));
            }
        } else {
            walkAll(sides, at);
        }
    }

    private void walkBranch(ExprOrOpArgNode[] arguments, At at) {
        walk(arguments[0], at);
        try {
            walk(arguments[evaluator.isTrue(arguments[0], at.context(), from(at), to(at)) ? 1 : 2], at);
        } catch (Evaluator.Failure e) {
            walk(arguments[1], at);
            walk(arguments[2], at);
        }
    }

    /** A quantifier or what else binds variables to elements of sets; and all that binds none. */
    private void walkBound(OpApplNode application, At at) {
        walkAll(application.getBdedQuantBounds(), at);
        for (Context instance : instances(application, at)) {
            walkAll(application.getArgs(), at.in(instance));
        }
    }

    private List<Context> instances(OpApplNode application, At at) {
        if (application.getBdedQuantBounds().length == 0) {
            return List.of(at.context());
        }
        try {
            List<Context> all = evaluator.instances(application, at.context(), from(at));
            return all.size() > MOST_INSTANCES ? List.of(at.context()) : all;
        } catch (Evaluator.Failure e) {
            return List.of(at.context());
        }
    }

    private void walkNamed(OpApplNode application, At at) {
        SymbolNode operator = application.getOperator();
        Object meant = evaluator.tool().lookup(operator, at.context(), false);
        if (meant instanceof LazyValue argument) {
            walk(argument.expr, at.in(argument.con));
        } else if (isVariable(meant)) {
            cells.add(Cell.of(operator.getName().toString(), at.isNext()));
        } else if (meant instanceof OpDefNode definition && definition.getBody() != null) {
            walkAll(application.getArgs(), at.in(at.context()));
            walk(
                    definition.getBody(),
                    at.in(evaluator.tool().getOpContext(definition, application.getArgs(), at.context(), false)));
        } else {
            walkAll(application.getArgs(), at);
        }
    }

    private static boolean isVariable(Object meant) {
        return meant instanceof OpDeclNode declared && declared.getKind() == ASTConstants.VariableDeclKind;
    }

    /** {@code v[i].f[j]}: a part of the variable, and what the indices look at. */
    private void walkApplied(OpApplNode application, At at) {
        List<SemanticNode> indices = new ArrayList<>();
        SemanticNode base = application;
        boolean isNext = at.isNext();
        while (base instanceof OpApplNode inner && (isApplied(inner) || isPrime(inner))) {
            isNext |= isPrime(inner);
            if (isApplied(inner)) {
                indices.add(0, inner.getArgs()[1]);
            }
            base = inner.getArgs()[0];
        }
        indices.forEach(index -> walk(index, at.in(at.context())));
        At baseAt = isNext ? at.primed() : at;
        Optional<Cell> variable = variable(base, baseAt);
        if (variable.isPresent()) {
            cells.add(part(variable.get(), indices, baseAt));
        } else {
            walk(base, baseAt.in(baseAt.context()));
        }
    }

    private static boolean isApplied(OpApplNode node) {
        int opcode = BuiltInOPs.getOpCode(node.getOperator().getName());
        return opcode == ToolGlobals.OPCODE_fa || opcode == ToolGlobals.OPCODE_rs;
    }

    private static boolean isPrime(OpApplNode node) {
        return BuiltInOPs.getOpCode(node.getOperator().getName()) == ToolGlobals.OPCODE_prime;
    }

    private Optional<Cell> variable(SemanticNode base, At at) {
        return base instanceof OpApplNode application
                        && isVariable(evaluator.tool().lookup(application.getOperator(), at.context(), false))
                ? Optional.of(Cell.of(application.getOperator().getName().toString(), at.isNext()))
                : Optional.empty();
    }

    /** As deep into the variable as the indices have values. */
    private Cell part(Cell variable, List<SemanticNode> indices, At at) {
        Cell part = variable;
        for (SemanticNode index : indices) {
            Optional<TlaValue> value = value(index, at);
            if (value.isEmpty()) {
                return part;
            }
            part = part.at(value.get());
        }
        return part;
    }

    private Optional<TlaValue> value(SemanticNode index, At at) {
        try {
            return Values.shown(evaluator.eval(index, at.context(), state, next));
        } catch (Evaluator.Failure e) {
            return Optional.empty();
        }
    }

    private TLCState from(At at) {
        return at.isNext() ? next : state;
    }

    private TLCState to(At at) {
        return at.isNext() ? TLCState.Empty : next;
    }
}
