package dev.plumb.kernel.internal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.ToolGlobals;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;

/**
 * Which properties of the cfg the parts belong to that TLC takes them apart into: it walks through conjunctions and
 * definitions, as this does, and calls what it finds by what it found it in.
 */
final class PropertyParts {
    private final FastTool tool;
    private final Map<SemanticNode, Set<String>> conjuncts = new HashMap<>();
    private final Map<SemanticNode, Set<String>> boxed = new HashMap<>();

    PropertyParts(FastTool tool) {
        this.tool = tool;
        for (OpDefNode definition : tool.getSpecProcessor().getRootModule().getOpDefs()) {
            String name = definition.getName().toString();
            if (tool.getModelConfig().getProperties().contains(name)) {
                walk(definition.getBody(), name);
            }
        }
    }

    private void walk(SemanticNode node, String property) {
        add(conjuncts, node, property);
        if (node instanceof SubstInNode substitution) {
            walk(substitution.getBody(), property);
        } else if (node instanceof OpApplNode application && application.getArgs().length == 0) {
            if (tool.lookup(application.getOperator(), Context.Empty, false) instanceof OpDefNode definition) {
                walk(definition.getBody(), property);
            }
        } else if (node instanceof OpApplNode application) {
            walkArguments(application, property);
        }
    }

    private void walkArguments(OpApplNode application, String property) {
        switch (BuiltInOPs.getOpCode(application.getOperator().getName())) {
            case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land, ToolGlobals.OPCODE_nop -> {
                for (SemanticNode argument : application.getArgs()) {
                    walk(argument, property);
                }
            }
            case ToolGlobals.OPCODE_box -> add(boxed, application.getArgs()[0], property);
            default -> {}
        }
    }

    private static void add(Map<SemanticNode, Set<String>> parts, SemanticNode node, String property) {
        parts.computeIfAbsent(node, key -> new LinkedHashSet<>()).add(property);
    }

    /** The properties that say this of every state or step. */
    Set<String> always(SemanticNode predicate) {
        return boxed.getOrDefault(withoutSubstitutions(predicate), Set.of());
    }

    /** The properties that say this of the first state. */
    Set<String> atFirst(SemanticNode predicate) {
        return conjuncts.getOrDefault(withoutSubstitutions(predicate), Set.of());
    }

    private static SemanticNode withoutSubstitutions(SemanticNode node) {
        return node instanceof SubstInNode substitution ? withoutSubstitutions(substitution.getBody()) : node;
    }
}
