package dev.plumb.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * As much of JSON Schema as ours needs; a keyword that it does not know is a fault. An object with a field that the schema
 * does not name is a fault, too, so that the schema stays complete.
 */
final class Schema {
    private static final Set<String> SAYS_NOTHING = Set.of("$schema", "$defs", "title", "description");

    private final JsonNode root;
    private final List<String> faults = new ArrayList<>();

    private Schema(JsonNode root) {
        this.root = root;
    }

    /** Where a document is not as a schema says. */
    static List<String> faults(Path schema, String json) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Schema checker = new Schema(mapper.readTree(Files.readAllBytes(schema)));
        checker.check(checker.root, mapper.readTree(json), "");
        return checker.faults;
    }

    private void check(JsonNode schema, JsonNode value, String place) {
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            if (!SAYS_NOTHING.contains(keyword.getKey())) {
                check(keyword.getKey(), keyword.getValue(), schema, value, place);
            }
        }
    }

    private void check(String keyword, JsonNode rule, JsonNode schema, JsonNode value, String place) {
        switch (keyword) {
            case "$ref" -> check(root.at(rule.asText().substring(1)), value, place);
            case "type" -> require(isOfType(rule, value), place + " is no " + rule);
            case "const" -> require(rule.equals(value), place + " is not " + rule);
            case "enum" -> require(stream(rule).anyMatch(value::equals), place + " is none of " + rule);
            case "minimum" -> require(value.asLong() >= rule.asLong(), place + " is less than " + rule);
            case "required" ->
                stream(rule).forEach(field -> require(value.has(field.asText()), place + " lacks " + field));
            case "properties" ->
                value.properties().forEach(field -> property(rule, schema, field.getKey(), field.getValue(), place));
            case "additionalProperties" ->
                value.properties().forEach(field -> check(rule, field.getValue(), place + "/" + field.getKey()));
            case "items" -> {
                for (int i = 0; i < value.size(); i++) {
                    check(rule, value.get(i), place + "/" + i);
                }
            }
            case "oneOf" -> oneOf(rule, value, place);
            default -> throw new IllegalArgumentException("The keyword " + keyword + " is not known here");
        }
    }

    private void property(JsonNode rules, JsonNode schema, String name, JsonNode value, String place) {
        require(rules.has(name) || schema.has("additionalProperties"), place + "/" + name + " is not in the schema");
        if (rules.has(name)) {
            check(rules.path(name), value, place + "/" + name);
        }
    }

    /** The faults of the alternative that fits best, so that they can be understood. */
    private void oneOf(JsonNode alternatives, JsonNode value, String place) {
        List<List<String>> all = new ArrayList<>();
        for (JsonNode alternative : alternatives) {
            Schema one = new Schema(root);
            one.check(alternative, value, place);
            all.add(one.faults);
        }
        require(all.stream().filter(List::isEmpty).count() < 2, place + " fits several alternatives");
        all.stream().min((a, b) -> a.size() - b.size()).ifPresent(faults::addAll);
    }

    private static boolean isOfType(JsonNode types, JsonNode value) {
        return types.isArray()
                ? stream(types).anyMatch(type -> isOfType(type, value))
                : switch (types.asText()) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    default -> throw new IllegalArgumentException("The type " + types + " is not known here");
                };
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            faults.add(otherwise);
        }
    }
}
