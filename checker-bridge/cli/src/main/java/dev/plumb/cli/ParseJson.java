package dev.plumb.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Finding;
import dev.plumb.core.ParseResult;
import java.util.Locale;

/** What a program reads of a parsed module; fields may be added, none is renamed or removed. */
final class ParseJson {
    private ParseJson() {}

    static String line(ParseResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("plumb", 1).put("check", "parse");
        root.put("module", result.module().toString()).put("parses", result.parses());
        ArrayNode findings = root.putArray("findings");
        result.findings().forEach(finding -> findings.add(node(finding)));
        return root.toString();
    }

    private static ObjectNode node(Finding finding) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        node.put("message", finding.message());
        finding.place().ifPresent(place -> node.putObject("place")
                .put("file", place.file().toString())
                .put("line", place.line())
                .put("column", place.column())
                .put("length", place.length()));
        return node.put("nextStep", finding.nextStep());
    }
}
