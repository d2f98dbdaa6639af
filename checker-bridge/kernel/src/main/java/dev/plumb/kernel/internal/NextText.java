package dev.plumb.kernel.internal;

import static java.util.stream.Collectors.joining;

import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.api.SpecText;
import dev.plumb.kernel.internal.NextTree.Call;
import dev.plumb.kernel.internal.NextTree.Exists;
import dev.plumb.kernel.internal.NextTree.Let;
import dev.plumb.kernel.internal.NextTree.Node;
import dev.plumb.kernel.internal.NextTree.Or;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.Action;
import tlc2.tool.impl.Tool;
import tlc2.util.Vect;

/** Next as TLA+ text again, restricted to one action at a time. Quantifiers, LETs and calls are copied from the source. */
final class NextText {
    private static final String ARGUMENTS = "plumbArgs";

    private final Tool tool;
    private final NextTree tree;
    private final SourceText source;

    NextText(Tool tool, NextTree tree, SourceText source) {
        this.tool = tool;
        this.tree = tree;
        this.source = source;
    }

    SpecText spec() {
        List<String> init = new ArrayList<>();
        Vect<Action> conjuncts = tool.getInitStateSpec();
        for (int i = 0; i < conjuncts.size(); i++) {
            init.add(text(conjuncts.elementAt(i)));
        }
        String actions = tree.signatures().stream()
                .map(ActionSignature::name)
                .map(action -> new Restriction(action).definitions())
                .collect(joining("\n"));
        return new SpecText(conjunction(init), text(tool.getNextStateSpec()), actions);
    }

    private String text(Action predicate) {
        OpDefNode definition = predicate.getOpDef();
        return definition != null && definition.getArity() == 0
                ? definition.getName().toString()
                : source.block(predicate.pred);
    }

    private static String conjunction(List<String> blocks) {
        return blocks.size() == 1
                ? blocks.get(0)
                : blocks.stream().map(block -> "(\n" + block + "\n)").collect(joining(" /\\ "));
    }

    /** The branches of Next that lead to one action. An operator on the way gets a definition of its own. */
    private final class Restriction {
        private final String action;
        private final Map<OpDefNode, String> definitions = new LinkedHashMap<>();
        private final Set<OpDefNode> local = new HashSet<>();

        Restriction(String action) {
            this.action = action;
        }

        String definitions() {
            String body = text(tree.root());
            return String.join("", definitions.values()) + SpecText.operator(action) + "(" + ARGUMENTS + ") ==\n  "
                    + body + "\n";
        }

        private String text(Node node) {
            if (node instanceof Or or) {
                return or.branches().stream()
                        .filter(branch -> branch.names().contains(action))
                        .map(branch -> "(" + text(branch) + ")")
                        .collect(joining(" \\/ "));
            } else if (node instanceof Exists exists) {
                return "\\E " + bounds(exists.quantifier()) + " : (" + text(exists.body()) + ")";
            } else if (node instanceof Let let) {
                return local(let);
            } else if (node instanceof Call call) {
                return call.name().equals(action) ? taken(call) : passed(call);
            }
            throw new IllegalStateException("a leaf has no action");
        }

        /** Operators on the way that are defined in the LET are defined anew in it, because they may use its names. */
        private String local(Let let) {
            List<OpDefNode> own = Arrays.asList(let.let().getLets());
            local.addAll(own);
            String body = text(let.body());
            String copies = own.stream()
                    .map(definition -> Objects.requireNonNullElse(definitions.remove(definition), ""))
                    .collect(joining());
            return "LET\n" + source.definitions(let.let()) + "\n" + copies + "IN (" + body + ")";
        }

        private String bounds(OpApplNode quantifier) {
            List<String> bounds = new ArrayList<>();
            for (int i = 0; i < quantifier.getBdedQuantBounds().length; i++) {
                String variables = Arrays.stream(quantifier.getBdedQuantSymbolLists()[i])
                        .map(variable -> variable.getName().toString())
                        .collect(joining(", "));
                boolean tuple = quantifier.isBdedQuantATuple()[i];
                bounds.add((tuple ? "<<" + variables + ">>" : variables) + " \\in "
                        + source.inline(quantifier.getBdedQuantBounds()[i]));
            }
            return String.join(", ", bounds);
        }

        private String taken(Call call) {
            FormalParamNode[] parameters = call.definition().getParams();
            SemanticNode[] given = call.application().getArgs();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < given.length; i++) {
                if (parameters[i].getArity() == 0) {
                    String name = parameters[i].getName().toString();
                    text.append("(IF \"" + name + "\" \\in DOMAIN " + ARGUMENTS + " THEN " + ARGUMENTS + "." + name
                            + " = (" + source.inline(given[i]) + ") ELSE TRUE) /\\ ");
                }
            }
            return text + source.inline(call.application());
        }

        private String passed(Call call) {
            OpDefNode definition = call.definition();
            String name = "Plumb_" + SpecText.identifier(action) + "_in_" + SpecText.identifier(call.name());
            boolean isLocal = local.contains(definition);
            if (!definitions.containsKey(definition)) {
                List<String> parameters = Arrays.stream(definition.getParams())
                        .map(NextText::declaration)
                        .toList();
                String body = text(call.body());
                definitions.put(definition, name + withArguments(isLocal, parameters) + " ==\n  " + body + "\n");
            }
            List<String> given = Arrays.stream(call.application().getArgs())
                    .map(source::inline)
                    .toList();
            return name + withArguments(isLocal, given);
        }

        /** Inside a LET the event's arguments are in scope already. */
        private static String withArguments(boolean isLocal, List<String> own) {
            List<String> all = new ArrayList<>(isLocal ? List.of() : List.of(ARGUMENTS));
            all.addAll(own);
            return all.isEmpty() ? "" : "(" + String.join(", ", all) + ")";
        }
    }

    /** A parameter as it is declared: {@code Op(_, _)} where it stands for an operator. */
    private static String declaration(FormalParamNode parameter) {
        String name = parameter.getName().toString();
        int arity = parameter.getArity();
        return arity == 0 ? name : name + "(" + String.join(", ", Collections.nCopies(arity, "_")) + ")";
    }
}
