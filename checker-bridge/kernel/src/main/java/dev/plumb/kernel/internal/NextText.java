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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpApplNode;
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
            init.add(source.block(conjuncts.elementAt(i).pred));
        }
        String actions = tree.signatures().stream()
                .map(ActionSignature::name)
                .map(action -> new Restriction(action).definitions())
                .collect(joining("\n"));
        return new SpecText(conjunction(init), source.block(tool.getNextStateSpec().pred), actions);
    }

    private static String conjunction(List<String> blocks) {
        return blocks.size() == 1
                ? blocks.get(0)
                : blocks.stream().map(b -> "(\n" + b + "\n)").collect(joining(" /\\ "));
    }

    /** The branches of Next that lead to one action. An operator on the way gets a definition of its own. */
    private final class Restriction {
        private final String action;
        private final Map<String, String> definitions = new LinkedHashMap<>();

        Restriction(String action) {
            this.action = action;
        }

        String definitions() {
            String body = text(tree.root());
            return String.join("", definitions.values()) + "PlumbDo_" + action + "(" + ARGUMENTS + ") ==\n  " + body
                    + "\n";
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
                String local =
                        Arrays.stream(let.let().getLets()).map(source::line).collect(joining(" "));
                return "LET " + local + " IN " + text(let.body());
            } else if (node instanceof Call call) {
                return call.name().equals(action) ? taken(call) : passed(call);
            }
            throw new IllegalStateException("a leaf has no action");
        }

        private String bounds(OpApplNode quantifier) {
            List<String> bounds = new ArrayList<>();
            for (int i = 0; i < quantifier.getBdedQuantBounds().length; i++) {
                String variables = Arrays.stream(quantifier.getBdedQuantSymbolLists()[i])
                        .map(variable -> variable.getName().toString())
                        .collect(joining(", "));
                boolean tuple = quantifier.isBdedQuantATuple()[i];
                bounds.add((tuple ? "<<" + variables + ">>" : variables) + " \\in "
                        + source.line(quantifier.getBdedQuantBounds()[i]));
            }
            return String.join(", ", bounds);
        }

        private String taken(Call call) {
            FormalParamNode[] parameters = call.definition().getParams();
            SemanticNode[] given = call.application().getArgs();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < given.length; i++) {
                String name = parameters[i].getName().toString();
                text.append("(IF \"" + name + "\" \\in DOMAIN " + ARGUMENTS + " THEN " + ARGUMENTS + "." + name + " = ("
                        + source.line(given[i]) + ") ELSE TRUE) /\\ ");
            }
            return text + source.line(call.application());
        }

        private String passed(Call call) {
            String name = "Plumb_" + action + "_in_" + call.name();
            List<String> given = new ArrayList<>(List.of(ARGUMENTS));
            List<String> parameters = new ArrayList<>(List.of(ARGUMENTS));
            for (int i = 0; i < call.definition().getParams().length; i++) {
                parameters.add(call.definition().getParams()[i].getName().toString());
                given.add(source.line(call.application().getArgs()[i]));
            }
            if (!definitions.containsKey(name)) {
                String body = text(call.body());
                definitions.put(name, name + "(" + String.join(", ", parameters) + ") ==\n  " + body + "\n");
            }
            return name + "(" + String.join(", ", given) + ")";
        }
    }
}
