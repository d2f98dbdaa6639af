package dev.plumb.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.report.CallsResult.Part;
import dev.plumb.report.CallsResult.SeenCall;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Calls as JSON: those that contradict each other and why, the order that was found, and all of them. */
final class JsonCalls {
    private JsonCalls() {}

    static void put(ObjectNode root, CallsResult result) {
        root.put("history", result.history());
        result.names().forEach((kind, name) -> root.put(kind.toLowerCase(Locale.ROOT), name));
        root.put("calls", result.calls().size());
        ObjectNode strength = root.putObject("strength");
        result.strength().forEach((name, number) -> strength.putPOJO(name, number));
        ArrayNode contradiction = root.putArray("contradiction");
        result.involved().forEach(call -> call(contradiction, call).put("stuck", call.part() == Part.STUCK));
        ArrayNode reasons = root.putArray("reasons");
        result.reasons().forEach(reason -> reasons.addObject()
                .put("before", reason.before())
                .put("after", reason.after())
                .put("why", reason.why()));
        ArrayNode order = root.putArray("order");
        ordered(result.calls()).forEach(call -> call(order, call));
        seen(root.putArray("seen"), result.calls());
        ObjectNode names = root.putObject("names");
        result.names().forEach(names::put);
        JsonReport.strings(root.putArray("numbers"), result.numbers());
    }

    /** All that is known of each call: from this the reports are made anew. */
    private static void seen(ArrayNode seen, List<SeenCall> calls) {
        for (SeenCall call : calls) {
            ObjectNode node = call(seen, call).put("start", call.start());
            if (call.isAnswered()) {
                node.put("end", call.end());
            }
            node.put("part", call.part().name());
            call.place().ifPresent(place -> node.put("place", place));
            node.put("object", call.object());
        }
    }

    private static List<SeenCall> ordered(List<SeenCall> calls) {
        return calls.stream()
                .filter(call -> call.place().isPresent())
                .sorted(Comparator.comparing(SeenCall::object)
                        .thenComparingInt(call -> call.place().orElseThrow()))
                .toList();
    }

    private static ObjectNode call(ArrayNode array, SeenCall call) {
        ObjectNode node = array.addObject();
        node.put("number", call.number()).put("client", call.client()).put("call", call.text());
        call.source().ifPresent(source -> JsonReport.place(node, source));
        return node;
    }
}
