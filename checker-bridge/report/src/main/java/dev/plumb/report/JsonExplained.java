package dev.plumb.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Explained;
import dev.plumb.core.Explained.Moment;
import dev.plumb.kernel.api.Cell;
import dev.plumb.kernel.api.LoopFairness;
import dev.plumb.kernel.api.OpenFormula;
import java.util.Collection;

/** What there is to say of a behaviour beside its steps, as JSON. */
final class JsonExplained {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonExplained() {}

    static ObjectNode of(Explained explained) {
        ObjectNode node = NODES.objectNode();
        explained.length().ifPresent(length -> node.put("length", length));
        explained.order().ifPresent(order -> node.put("order", order));
        explained.property().ifPresent(property -> node.set("property", formula(property)));
        ArrayNode moments = node.putArray("moments");
        explained.moments().forEach(moment -> moments.add(moment(moment)));
        ArrayNode fairness = node.putArray("fairness");
        explained.fairness().forEach(row -> fairness.add(fairness(row)));
        return node;
    }

    private static ObjectNode moment(Moment moment) {
        ObjectNode node = NODES.objectNode().put("step", moment.step());
        moment.action().ifPresent(action -> node.set("action", formula(action)));
        ArrayNode enabled = node.putArray("enabled");
        moment.enabled().forEach(action -> enabled.add(JsonDivergence.action(action)));
        ArrayNode disabled = node.putArray("disabled");
        moment.disabled().forEach(why -> disabled.add(JsonDivergence.reason(why)));
        return node.put("leftOut", moment.leftOut());
    }

    private static ObjectNode formula(OpenFormula formula) {
        ObjectNode node = NODES.objectNode().put("part", formula.part().name()).put("text", formula.text());
        node.set("place", JsonSteps.place(formula.place()));
        formula.value().ifPresent(value -> node.put("value", value));
        formula.at().ifPresent(state -> node.put("at", state));
        if (!formula.witness().isEmpty()) {
            node.set("witness", JsonSteps.named(formula.witness()));
        }
        if (!formula.values().isEmpty()) {
            formula.values().forEach(node.putObject("values")::put);
        }
        formula.error().ifPresent(error -> node.put("error", error));
        if (formula.parts().isEmpty()) {
            cells(formula.read(), node.putArray("read"));
        } else {
            ArrayNode parts = node.putArray("parts");
            formula.parts().forEach(part -> parts.add(formula(part)));
        }
        if (formula.leftOut() > 0) {
            node.put("leftOut", formula.leftOut());
        }
        return node;
    }

    private static void cells(Collection<Cell> cells, ArrayNode array) {
        for (Cell cell : cells) {
            ObjectNode node = array.addObject().put("variable", cell.variable());
            node.set("path", Itf.values(cell.path()));
            if (cell.isNext()) {
                node.put("next", true);
            }
        }
    }

    private static ObjectNode fairness(LoopFairness row) {
        ObjectNode node = NODES.objectNode().put("action", row.action());
        node.put("demanded", row.demanded().name());
        node.set("place", JsonSteps.place(row.place()));
        row.states().forEach(node.putArray("states")::add);
        row.enabledIn().forEach(node.putArray("enabledIn")::add);
        row.takenIn().forEach(node.putArray("takenIn")::add);
        return node;
    }
}
