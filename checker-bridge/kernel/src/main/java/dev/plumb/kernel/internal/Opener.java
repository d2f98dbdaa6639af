package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.Cell;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.OpenFormula.Part;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;
import tlc2.value.impl.LazyValue;
import tlc2.value.impl.Value;

/**
 * Opens a formula: into its conjuncts, disjuncts, instances and definitions, and these again, as far as they decide its
 * value. Of a conjunction that is FALSE the FALSE conjuncts decide, of one that is TRUE all, and so on. What does not decide
 * is named with its value, but not opened.
 */
abstract class Opener {
    /** Instances of a quantifier that are shown; the others differ in nothing but their witness. */
    private static final int INSTANCES_SHOWN = 6;

    /** A tree with more nodes is no explanation. */
    private static final int NODES_MAX = 400;

    private static final int DEEPEST = 24;

    final Evaluator evaluator;
    final SourceText source;

    Opener(Evaluator evaluator, SourceText source) {
        this.evaluator = evaluator;
        this.source = source;
    }

    /** A formula where it stands: what it is a part of, and how. */
    record Where(Part part, Context context, SortedMap<String, TlaValue> witness, Budget budget, int depth) {
        static Where root(Context context) {
            return new Where(Part.ROOT, context, Collections.emptySortedMap(), new Budget(), 0);
        }

        Where to(Part inner, Context at) {
            return new Where(inner, at, Collections.emptySortedMap(), budget, depth + 1);
        }

        Where to(Part inner) {
            return to(inner, context);
        }

        Where with(SortedMap<String, TlaValue> found) {
            return new Where(part, context, found, budget, depth);
        }
    }

    /** How many nodes a tree has so far. */
    static final class Budget {
        private int spent;

        boolean isSpent() {
            return spent++ >= NODES_MAX;
        }
    }

    /** Whether a formula is true here. */
    abstract boolean isTrue(SemanticNode formula, Context context) throws Evaluator.Failure;

    /** A context for each instance of a quantifier. */
    abstract List<Context> instances(OpApplNode quantifier, Context context) throws Evaluator.Failure;

    /** What the variables and applications in a formula are here. */
    abstract SortedMap<String, String> values(SemanticNode formula, Context context);

    /** What a formula looks at. */
    abstract SortedSet<Cell> read(SemanticNode formula, Context context);

    /** A formula that is opened in a way of its own; empty if it is like others. */
    Optional<OpenFormula> special(SemanticNode formula, Where where) {
        return Optional.empty();
    }

    final OpenFormula open(SemanticNode formula, Context context) {
        return open(formula, Where.root(context));
    }

    final OpenFormula open(SemanticNode formula, Where where) {
        if (formula instanceof LabelNode label) {
            return open(label.getBody(), where);
        } else if (formula instanceof LetInNode let) {
            return open(let.getBody(), where);
        } else if (formula instanceof SubstInNode subst) {
            return open(subst.getBody(), at(where, evaluator.substituted(subst, where.context(), false)));
        }
        return special(formula, where).orElseGet(() -> openHere(formula, where));
    }

    private static Where at(Where where, Context context) {
        return new Where(where.part(), context, where.witness(), where.budget(), where.depth());
    }

    private OpenFormula openHere(SemanticNode formula, Where where) {
        try {
            boolean value = isTrue(formula, where.context());
            if (where.budget().isSpent() || where.depth() > DEEPEST) {
                return closed(formula, where, value);
            }
            return formula instanceof OpApplNode application
                    ? composed(application, where, value)
                    : leaf(formula, where, value);
        } catch (Evaluator.Failure e) {
            return failed(formula, where, e);
        }
    }

    private OpenFormula composed(OpApplNode formula, Where where, boolean value) throws Evaluator.Failure {
        ExprOrOpArgNode[] arguments = formula.getArgs();
        return switch (BuiltInOPs.getOpCode(formula.getOperator().getName())) {
            case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land ->
                node(formula, where, value, parts(arguments, where.to(Part.CONJUNCT), value, true));
            case ToolGlobals.OPCODE_dl, ToolGlobals.OPCODE_lor ->
                node(formula, where, value, parts(arguments, where.to(Part.DISJUNCT), value, false));
            case ToolGlobals.OPCODE_implies -> implication(formula, where, value);
            case ToolGlobals.OPCODE_lnot ->
                node(formula, where, value, List.of(open(arguments[0], where.to(Part.NEGATED))));
            case ToolGlobals.OPCODE_bf -> quantified(formula, where, value, Part.OF_EACH);
            case ToolGlobals.OPCODE_be -> quantified(formula, where, value, Part.OF_SOME);
            case ToolGlobals.OPCODE_ite -> branch(formula, where, value);
            case ToolGlobals.OPCODE_nop -> open(arguments[0], where);
            case 0 -> defined(formula, where, value);
            default -> leaf(formula, where, value);
        };
    }

    /**
     * Conjuncts or disjuncts, in the order of the formula.
     *
     * @param neutral the value of those that decide nothing if the whole has the other
     */
    private List<OpenFormula> parts(ExprOrOpArgNode[] formulas, Where where, boolean whole, boolean neutral) {
        List<OpenFormula> parts = new ArrayList<>();
        boolean isDecided = false;
        for (ExprOrOpArgNode formula : formulas) {
            OpenFormula part = whole == neutral ? open(formula, where) : deciding(formula, where, whole);
            // What TLC would not have come to need not have a value.
            boolean isUnreached = isDecided && part.error().isPresent();
            parts.add(isUnreached ? unknown(formula, where, Optional.empty()) : part);
            isDecided |= whole != neutral && part.value().equals(Optional.of(whole));
        }
        return parts;
    }

    /** Opened if it has the value of the whole, else only named. */
    private OpenFormula deciding(SemanticNode formula, Where where, boolean whole) {
        try {
            boolean value = isTrue(formula, where.context());
            return value == whole ? open(formula, where) : closed(formula, where, value);
        } catch (Evaluator.Failure e) {
            return failed(formula, where, e);
        }
    }

    private OpenFormula implication(OpApplNode formula, Where where, boolean value) throws Evaluator.Failure {
        SemanticNode antecedent = formula.getArgs()[0];
        OpenFormula condition = open(antecedent, where.to(Part.ANTECEDENT));
        if (!isTrue(antecedent, where.context())) {
            return node(formula, where, value, List.of(condition));
        }
        return node(formula, where, value, List.of(condition, open(formula.getArgs()[1], where.to(Part.CONSEQUENT))));
    }

    private OpenFormula branch(OpApplNode formula, Where where, boolean value) throws Evaluator.Failure {
        ExprOrOpArgNode[] arguments = formula.getArgs();
        SemanticNode taken = arguments[isTrue(arguments[0], where.context()) ? 1 : 2];
        return node(
                formula,
                where,
                value,
                List.of(open(arguments[0], where.to(Part.CONDITION)), open(taken, where.to(Part.BRANCH))));
    }

    /** The instances that decide come first, and are opened; the others are named as far as there is room. */
    private OpenFormula quantified(OpApplNode formula, Where where, boolean value, Part part) throws Evaluator.Failure {
        boolean neutral = part == Part.OF_EACH;
        SemanticNode body = formula.getArgs()[0];
        List<OpenFormula> deciding = new ArrayList<>();
        List<OpenFormula> others = new ArrayList<>();
        int instances = 0;
        for (Context instance : instances(formula, where.context())) {
            instances++;
            Where inner = where.to(part, instance).with(witness(formula, instance));
            boolean decides = isTrue(body, instance) != neutral;
            if (decides && deciding.size() < INSTANCES_SHOWN) {
                deciding.add(open(body, inner));
            } else if (!decides && others.size() < INSTANCES_SHOWN) {
                others.add(value == neutral ? opened(body, inner) : closed(body, inner, neutral));
            }
        }
        others.stream().limit(Math.max(0, INSTANCES_SHOWN - deciding.size())).forEach(deciding::add);
        SortedSet<Cell> ofBounds = new TreeSet<>();
        for (SemanticNode bound : formula.getBdedQuantBounds()) {
            ofBounds.addAll(read(bound, where.context()));
        }
        return node(formula, where, value, deciding).among(instances - deciding.size(), ofBounds);
    }

    /** Where all instances are alike, one says as much as all; where none is an example, each has its own reason. */
    private OpenFormula opened(SemanticNode body, Where where) {
        return where.part() == Part.OF_SOME ? open(body, where) : closed(body, where, true);
    }

    private static SortedMap<String, TlaValue> witness(OpApplNode quantifier, Context instance) {
        SortedMap<String, TlaValue> witness = new TreeMap<>();
        for (FormalParamNode[] variables : quantifier.getBdedQuantSymbolLists()) {
            for (FormalParamNode variable : variables) {
                if (instance.lookup(variable) instanceof Value value) {
                    Values.shown(value)
                            .ifPresent(shown -> witness.put(variable.getName().toString(), shown));
                }
            }
        }
        return Collections.unmodifiableSortedMap(witness);
    }

    /** An operator of the spec, or a parameter that stands for a formula. */
    private OpenFormula defined(OpApplNode formula, Where where, boolean value) {
        Object meant = evaluator.tool().lookup(formula.getOperator(), where.context(), false);
        if (meant instanceof LazyValue argument) {
            return open(argument.expr, at(where, argument.con));
        } else if (meant instanceof OpDefNode definition
                && definition.getBody() != null
                && BuiltInOPs.getOpCode(definition.getName()) == 0
                && !isConstant(formula, where)) {
            Context inner = evaluator.tool().getOpContext(definition, formula.getArgs(), where.context(), false);
            return node(formula, where, value, List.of(open(definition.getBody(), where.to(Part.DEFINITION, inner))));
        }
        return leaf(formula, where, value);
    }

    /** What is the same in all states needs no explanation of how it came about. */
    private boolean isConstant(OpApplNode formula, Where where) {
        return read(formula, where.context()).isEmpty();
    }

    private OpenFormula leaf(SemanticNode formula, Where where, boolean value) {
        return node(formula, where, value, List.of());
    }

    /** With its value, but without what it is made of. */
    final OpenFormula closed(SemanticNode formula, Where where, boolean value) {
        return node(formula, where, value, List.of());
    }

    private OpenFormula failed(SemanticNode formula, Where where, Evaluator.Failure failure) {
        return unknown(formula, where, Optional.of(failure.what()));
    }

    private OpenFormula unknown(SemanticNode formula, Where where, Optional<String> error) {
        return new OpenFormula(
                where.part(),
                source.line(formula),
                Places.of(formula),
                Optional.empty(),
                where.witness(),
                Collections.emptySortedMap(),
                error,
                OptionalInt.empty(),
                List.of(),
                0,
                Collections.emptySortedSet());
    }

    private OpenFormula node(SemanticNode formula, Where where, boolean value, List<OpenFormula> parts) {
        return node(formula, where, Optional.of(value), parts);
    }

    final OpenFormula node(SemanticNode formula, Where where, Optional<Boolean> value, List<OpenFormula> parts) {
        boolean isLeaf = parts.isEmpty();
        return new OpenFormula(
                where.part(),
                source.line(formula),
                Places.of(formula),
                value,
                where.witness(),
                isLeaf ? values(formula, where.context()) : Collections.emptySortedMap(),
                Optional.empty(),
                OptionalInt.empty(),
                List.copyOf(parts),
                0,
                isLeaf ? read(formula, where.context()) : readByDeciding(parts, value));
    }

    private static SortedSet<Cell> readByDeciding(List<OpenFormula> parts, Optional<Boolean> value) {
        SortedSet<Cell> read = new TreeSet<>();
        for (OpenFormula part : parts) {
            boolean isOneOfMany =
                    switch (part.part()) {
                        case CONJUNCT, DISJUNCT, OF_EACH, OF_SOME -> true;
                        default -> false;
                    };
            if (!isOneOfMany || part.value().equals(value)) {
                read.addAll(part.read());
            }
        }
        return Collections.unmodifiableSortedSet(read);
    }
}
