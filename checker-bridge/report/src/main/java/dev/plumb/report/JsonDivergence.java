package dev.plumb.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Divergence;
import dev.plumb.core.Divergence.Blocked;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Difference;

/** Where a trace leaves its spec, as JSON. */
final class JsonDivergence {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonDivergence() {}

    static ObjectNode of(Divergence divergence) {
        ObjectNode node = NODES.objectNode();
        node.put("matched", divergence.matched()).put("total", divergence.total());
        node.put("frontier", divergence.frontier());
        ArrayNode blocked = node.putArray("blocked");
        divergence.blocked().forEach(each -> blocked.add(blocked(each)));
        return node;
    }

    private static ObjectNode blocked(Blocked blocked) {
        ObjectNode node = NODES.objectNode();
        node.set("event", JsonSteps.event(blocked.event()));
        node.set("specState", JsonSteps.named(blocked.state()));
        ArrayNode reasons = node.putArray("reasons");
        blocked.reasons().forEach(why -> reasons.add(reason(why)));
        ArrayNode enabled = node.putArray("enabled");
        blocked.enabled().forEach(action -> enabled.add(action(action)));
        blocked.fit().ifPresent(fit -> {
            ObjectNode could = node.putObject("couldBe");
            could.set("action", action(fit.step()));
            ArrayNode without = could.putArray("without");
            fit.without().forEach(without::add);
            could.put("eventsAfter", fit.eventsAfter());
        });
        blocked.swap().ifPresent(neighbour -> node.set("fitsInOtherOrderWith", JsonSteps.event(neighbour)));
        return node;
    }

    static ObjectNode reason(WhyNot why) {
        Reason reason = Reason.of(why);
        ObjectNode node = NODES.objectNode().put("kind", why.getClass().getSimpleName());
        node.put("sentence", reason.sentence());
        node.set("action", action(why.action()));
        reason.conjunct().ifPresent(text -> node.put("conjunct", text));
        if (why instanceof WhyNot.FalseConjunct no) {
            node.put("falseConjuncts", no.broken());
        } else if (why instanceof WhyNot.EvaluationError error) {
            node.put("message", error.message());
        }
        node.set("place", JsonSteps.place(reason.place()));
        ObjectNode values = node.putObject("values");
        reason.values().forEach(values::put);
        ArrayNode differences = node.putArray("differences");
        reason.differences().forEach(difference -> differences.add(difference(difference)));
        return node;
    }

    private static ObjectNode difference(Difference difference) {
        return NODES.objectNode()
                .put("path", difference.path())
                .put("observed", difference.observed())
                .put("actual", difference.actual());
    }

    static ObjectNode action(ActionInstance action) {
        ObjectNode node = NODES.objectNode().put("name", action.name()).put("text", action.toString());
        node.set("args", JsonSteps.named(action.arguments()));
        node.set("place", JsonSteps.place(action.definition()));
        return node;
    }
}
