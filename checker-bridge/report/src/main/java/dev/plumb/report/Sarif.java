package dev.plumb.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.report.Annotation.Level;
import dev.plumb.report.Annotation.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is not as expected, in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS), which code hosts and
 * editors show beside the lines that are meant.
 */
public final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final int MESSAGE_MAX = 2_000;

    private final List<String> rules = new ArrayList<>();

    private Sarif() {}

    /**
     * One run of Plumb.
     *
     * @param command that was run, {@code check} or {@code validate}: tells its results from those of the other
     */
    public static String of(String command, List<Checked> results) {
        return Json.pretty(new Sarif().log(command, results));
    }

    private ObjectNode log(String command, List<Checked> results) {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        results.forEach(checked -> Annotations.of(checked).forEach(each -> found.add(result(each, checked))));
        ObjectNode log =
                JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Plumb");
        ArrayNode described = driver.putArray("rules");
        rules.forEach(rule -> described
                .addObject()
                .put("id", rule)
                .putObject("shortDescription")
                .put("text", Words.capital(rule.replace('-', ' '))));
        run.putObject("automationDetails").put("id", "plumb/" + command + "/");
        run.put("columnKind", "unicodeCodePoints").set("results", found);
        return log;
    }

    private ObjectNode result(Annotation annotation, Checked checked) {
        if (!rules.contains(annotation.rule())) {
            rules.add(annotation.rule());
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("ruleId", annotation.rule());
        result.put("ruleIndex", rules.indexOf(annotation.rule()));
        result.put("level", annotation.level().name().toLowerCase(Locale.ROOT));
        boolean isError = annotation.level() == Level.ERROR;
        message(result, annotation.message() + (isError ? " Reproduce: " + checked.command() : ""));
        annotation.place().ifPresent(place -> result.putArray("locations").add(location(place)));
        if (!annotation.related().isEmpty()) {
            ArrayNode related = result.putArray("relatedLocations");
            annotation.related().forEach(place -> related.add(location(place)));
        }
        if (!annotation.flow().isEmpty()) {
            ArrayNode steps = result.putArray("codeFlows")
                    .addObject()
                    .putArray("threadFlows")
                    .addObject()
                    .putArray("locations");
            annotation.flow().forEach(place -> steps.addObject().set("location", location(place)));
        }
        return result;
    }

    private static ObjectNode location(Place place) {
        ObjectNode location = JsonNodeFactory.instance.objectNode();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(place.file()));
        if (place.line() > 0) {
            ObjectNode region = physical.putObject("region").put("startLine", place.line());
            if (place.column() > 0) {
                region.put("startColumn", place.column());
            }
            region.put("endLine", place.endLine());
            if (place.endColumn() > 0) {
                // Ours is the last character, theirs the one after it.
                region.put("endColumn", place.endColumn() + 1);
            }
        }
        if (!place.what().isEmpty()) {
            message(location, place.what());
        }
        return location;
    }

    private static void message(ObjectNode node, String text) {
        node.putObject("message").put("text", Printable.cut(text, MESSAGE_MAX));
    }

    /** Relative to the root of the checkout, where Plumb was called. */
    private static String uri(String path) {
        String file = path.replace('\\', '/');
        try {
            return file.startsWith("/")
                    ? new URI("file", "", file, null).toASCIIString()
                    : new URI(null, null, file, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }
}
