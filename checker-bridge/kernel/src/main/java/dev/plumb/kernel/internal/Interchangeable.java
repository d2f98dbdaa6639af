package dev.plumb.kernel.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tla2sany.semantic.AtNode;
import tla2sany.semantic.DecimalNode;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.NumeralNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;
import tla2sany.semantic.Subst;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;
import tlc2.tool.Action;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.ToolGlobals;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;
import tlc2.value.impl.ModelValue;
import tlc2.value.impl.OpValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/**
 * Which values a spec treats alike, so that whatever it allows, it allows with any two of them exchanged.
 *
 * <p>A trace is rejected on the strength of this, so it is proved and not believed: the values are the elements of a
 * constant, and no expression that Next can reach names one of them, chooses, or calls Java that might tell them apart.
 * What is not known to be harmless is not.
 */
final class Interchangeable {
    private static final Set<String> HARMLESS_MODULES = Set.of("Naturals", "Integers", "FiniteSets", "Bags");

    /** Harmless for atoms, but strings are sequences too. */
    private static final String SEQUENCES = "Sequences";

    /** Of what belongs to no module; {@code STRING} tells strings from model values. */
    private static final Set<String> HARMLESS_OF_TLA = Set.of("TRUE", "FALSE", "BOOLEAN");

    private static final Set<String> HARMLESS_OF_TLC = Set.of(":>", "@@");

    private final Tool tool;
    private final Set<SemanticNode> visited = new HashSet<>();
    private final Set<String> literals = new HashSet<>();
    private boolean isHarmless = true;
    private boolean usesSequences;

    private Interchangeable(Tool tool) {
        this.tool = tool;
    }

    /**
     * The sets of values that may be exchanged.
     *
     * @param roots all that is evaluated of the spec
     * @param constants that it declares
     */
    static List<Set<UniqueString>> in(Tool tool, Collection<Action> roots, OpDeclNode[] constants) {
        Interchangeable spec = new Interchangeable(tool);
        roots.forEach(root -> {
            spec.isHarmless &= root.con == Context.Empty;
            spec.visit(root.pred);
        });
        return spec.isHarmless ? spec.sets(constants) : List.of();
    }

    private List<Set<UniqueString>> sets(OpDeclNode[] constants) {
        List<Value> values = new ArrayList<>();
        for (OpDeclNode constant : constants) {
            Object value = tool.lookup(constant, Context.Empty, false);
            if (value instanceof Value known) {
                values.add(known);
            }
        }
        List<Set<UniqueString>> sets = new ArrayList<>();
        for (Value value : values) {
            atoms(value)
                    .filter(atoms -> isNamedNowhereElse(atoms, value, values) && !sets.contains(atoms))
                    .ifPresent(sets::add);
        }
        return sets;
    }

    /** The elements, if the value is a set of two or more strings or model values. */
    private Optional<Set<UniqueString>> atoms(Value value) {
        Set<UniqueString> atoms = new LinkedHashSet<>();
        if (value instanceof SetEnumValue set) {
            for (Value element : set.elems.toArray()) {
                if (element instanceof ModelValue model) {
                    atoms.add(model.val);
                } else if (element instanceof StringValue string && !usesSequences) {
                    atoms.add(string.getVal());
                } else {
                    return Optional.empty();
                }
            }
        }
        return atoms.size() < 2 ? Optional.empty() : Optional.of(atoms);
    }

    private boolean isNamedNowhereElse(Set<UniqueString> atoms, Value value, List<Value> values) {
        return atoms.stream().noneMatch(atom -> literals.contains(atom.toString()))
                && values.stream()
                        .filter(other -> !isSame(other, value))
                        .noneMatch(other -> Canonical.mentions(other, atoms));
    }

    private static boolean isSame(Value a, Value b) {
        return a.fingerPrint(1) == b.fingerPrint(1);
    }

    private void visit(SemanticNode node) {
        if (!isHarmless || !visited.add(node)) {
            return;
        } else if (node instanceof OpApplNode application) {
            visitApplication(application);
        } else if (node instanceof LetInNode let) {
            visit(let.getBody());
        } else if (node instanceof LabelNode label) {
            visit(label.getBody());
        } else if (node instanceof SubstInNode substitution) {
            visit(substitution.getBody());
            for (Subst each : substitution.getSubsts()) {
                visit(each.getExpr());
            }
        } else if (node instanceof StringNode string) {
            literals.add(string.getRep().toString());
        } else if (node instanceof OpArgNode operator) {
            visitOperator(operator.getOp());
        } else {
            isHarmless = node instanceof NumeralNode || node instanceof DecimalNode || node instanceof AtNode;
        }
    }

    private void visitApplication(OpApplNode application) {
        int opcode = BuiltInOPs.getOpCode(application.getOperator().getName());
        if (opcode == 0) {
            visitOperator(application.getOperator());
        } else if (opcode == ToolGlobals.OPCODE_bc || opcode == ToolGlobals.OPCODE_uc) {
            isHarmless = false;
        }
        for (SemanticNode argument : application.getArgs()) {
            if (argument != null) {
                visit(argument);
            }
        }
        if (application.getBdedQuantBounds() != null) {
            for (ExprNode bound : application.getBdedQuantBounds()) {
                visit(bound);
            }
        }
    }

    private void visitOperator(SymbolNode operator) {
        Object meant = tool.lookup(operator, Context.Empty, false);
        if (meant instanceof OpDefNode definition) {
            if (BuiltInOPs.getOpCode(definition.getName()) == 0) {
                visit(definition.getBody());
            }
        } else if (operator instanceof OpDefNode definition) {
            visitJava(definition);
        } else {
            isHarmless &= operator instanceof OpDeclNode || operator instanceof FormalParamNode;
        }
    }

    /** What TLC evaluates with Java of its own or of the user's, or has evaluated already: a constant definition. */
    private void visitJava(OpDefNode definition) {
        ModuleNode origin = definition.getOriginallyDefinedInModuleNode();
        if (origin == null) {
            isHarmless &= HARMLESS_OF_TLA.contains(definition.getName().toString());
            return;
        }
        String module = origin.getName().toString();
        usesSequences |= module.equals(SEQUENCES);
        boolean isStandard = HARMLESS_MODULES.contains(module)
                || module.equals(SEQUENCES)
                || (module.equals("TLC")
                        && HARMLESS_OF_TLC.contains(definition.getName().toString()));
        if (!isStandard) {
            visit(definition.getBody());
            isHarmless &=
                    tool.lookup(definition, Context.Empty, false) instanceof Value value && !(value instanceof OpValue);
        }
    }
}
