package dev.plumb.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.report.CallsResult.Part;
import dev.plumb.report.CallsResult.SeenCall;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Calls as JSON: those that contradict each other and why, or the order that was found. */
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
        call.source()
                .ifPresent(source ->
                        node.putObject("source").put("file", source.file()).put("line", source.line()));
        return node;
    }
}
