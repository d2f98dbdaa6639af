package dev.plumb.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Refinements.Claim;
import dev.plumb.report.Drawing;
import dev.plumb.report.Drawing.Arrow;
import dev.plumb.report.Drawing.Box;
import dev.plumb.report.Drawing.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which spec refines which: the abstract ones above, and what came of the models that check it. */
final class Tower {
    /** What a model says of a claim. */
    private enum Answer {
        HOLDS,
        BROKEN,
        /** A planted bug that breaks it, as it must. */
        CAUGHT,
        OPEN
    }

    /**
     * A claim as a model has it.
     *
     * @param model with its last result
     */
    record Checked(Claim claim, ListedModel model) {
        private Answer answer() {
            String broken = "violates " + claim.property();
            boolean isCurrent =
                    claim.checks() && model.last().isPresent() && model.newer().isEmpty();
            String outcome = isCurrent ? model.last().orElseThrow().outcome() : "";
            if (outcome.equals(broken)) {
                return model.expected().equals(broken) ? Answer.CAUGHT : Answer.BROKEN;
            }
            return outcome.equals("holds") ? Answer.HOLDS : Answer.OPEN;
        }

        private String text() {
            return switch (answer()) {
                case HOLDS -> "holds";
                case BROKEN -> "violates it";
                case CAUGHT -> "violates it, as it must";
                case OPEN ->
                    model.newer()
                            .map(file -> "older than " + file.getFileName())
                            .or(() -> model.last().map(last -> "not decided: " + last.outcome()))
                            .orElse("never checked");
            };
        }
    }

    /** One claim with all models that check it. */
    private record Floor(String concrete, String abstraction, String property, List<Checked> models) {
        boolean says(Answer answer) {
            return models.stream().anyMatch(each -> each.answer() == answer);
        }

        String verdict() {
            return says(Answer.BROKEN) ? "broken" : says(Answer.HOLDS) ? "checked" : "not checked";
        }
    }

    private static final List<String> LEGEND = List.of(
            "An arrow leads from a spec to one that refines it; its property says so. A double frame refines none.",
            "A grey arrow was not checked; a thick red one is broken.");

    private final List<Floor> floors = new ArrayList<>();

    Tower(List<Checked> claims) {
        Set<List<String>> distinct = new LinkedHashSet<>();
        claims.forEach(each -> distinct.add(key(each.claim())));
        for (List<String> key : distinct) {
            List<Checked> models = claims.stream()
                    .filter(each ->
                            key(each.claim()).equals(key) && each.claim().checks())
                    .toList();
            floors.add(new Floor(key.get(0), key.get(1), key.get(2), models));
        }
    }

    private static List<String> key(Claim claim) {
        return List.of(claim.concrete(), claim.abstraction(), claim.property());
    }

    /** For people: below each spec those that refine it. */
    String text() {
        if (floors.isEmpty()) {
            return "No model has a property that is the behaviour of another spec.\n";
        }
        Set<String> tops = new TreeSet<>(floors.stream().map(Floor::abstraction).toList());
        floors.forEach(floor -> tops.remove(floor.concrete()));
        StringBuilder text = new StringBuilder();
        tops.forEach(top -> {
            text.append(top).append('\n');
            below(top, "  ", new LinkedHashSet<>(Set.of(top)), text);
        });
        return text.append(summary()).append('\n').toString();
    }

    /** {@code above} are the specs on the way here, so that specs that refine each other come to an end. */
    private void below(String spec, String indent, Set<String> above, StringBuilder text) {
        for (Floor floor : floors) {
            if (floor.abstraction().equals(spec) && above.add(floor.concrete())) {
                text.append(indent).append(floor.concrete()).append(" refines it, by ");
                text.append(floor.property())
                        .append(": ")
                        .append(floor.verdict())
                        .append('\n');
                int width = floor.models().stream()
                        .mapToInt(each -> each.model().name().length())
                        .max()
                        .orElse(0);
                floor.models().forEach(each -> text.append(indent)
                        .append("  ")
                        .append(each.model().name())
                        .append(" ".repeat(width - each.model().name().length() + 2))
                        .append(each.text())
                        .append('\n'));
                below(floor.concrete(), indent + "  ", above, text);
                above.remove(floor.concrete());
            }
        }
    }

    /** {@code 3 refinements: 1 checked, 1 broken, 1 not checked}. */
    private String summary() {
        List<String> counts = new ArrayList<>();
        for (String verdict : List.of("checked", "broken", "not checked")) {
            long count = floors.stream()
                    .filter(floor -> floor.verdict().equals(verdict))
                    .count();
            if (count > 0) {
                counts.add(count + " " + verdict);
            }
        }
        return floors.size() + (floors.size() == 1 ? " refinement: " : " refinements: ") + String.join(", ", counts);
    }

    /** The specs that others refine above these; empty if there is none. */
    Optional<Drawing> drawing() {
        List<String> specs = floors.stream()
                .flatMap(floor -> Stream.of(floor.abstraction(), floor.concrete()))
                .distinct()
                .toList();
        List<String> refining = floors.stream().map(Floor::concrete).toList();
        List<Box> boxes = specs.stream()
                .map(spec -> new Box(List.of(spec), !refining.contains(spec), false, Look.PLAIN))
                .toList();
        Map<List<Integer>, List<Floor>> between = new LinkedHashMap<>();
        floors.forEach(floor -> between.computeIfAbsent(
                        List.of(specs.indexOf(floor.abstraction()) + 1, specs.indexOf(floor.concrete()) + 1),
                        key -> new ArrayList<>())
                .add(floor));
        List<Arrow> arrows = new ArrayList<>();
        between.forEach((ends, same) -> arrows.add(arrow(ends.get(0), ends.get(1), same)));
        return floors.isEmpty()
                ? Optional.empty()
                : Optional.of(new Drawing("Tower", summary(), LEGEND, boxes, arrows));
    }

    private static Arrow arrow(int from, int to, List<Floor> floors) {
        List<String> lines = floors.stream()
                .map(floor -> floor.property() + ": " + floor.verdict())
                .toList();
        boolean isBroken = floors.stream().anyMatch(floor -> floor.says(Answer.BROKEN));
        boolean isChecked = floors.stream().anyMatch(floor -> floor.says(Answer.HOLDS));
        return new Arrow(from, to, lines, isBroken, isBroken ? Look.THICK : isChecked ? Look.PLAIN : Look.FAR);
    }

    /** For programs: a line a refinement. */
    List<String> json() {
        return floors.stream().map(Tower::json).toList();
    }

    private static String json(Floor floor) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("plumb", 1).put("check", "refinement");
        node.put("concrete", floor.concrete()).put("abstract", floor.abstraction());
        node.put("property", floor.property()).put("verdict", floor.verdict());
        ArrayNode models = node.putArray("models");
        floor.models().forEach(each -> models.addObject()
                .put("model", each.model().name())
                .put("answer", each.answer().name().toLowerCase(Locale.ROOT)));
        return node.toString();
    }
}
