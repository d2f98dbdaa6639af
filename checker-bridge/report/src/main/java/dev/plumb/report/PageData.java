package dev.plumb.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Expression;
import dev.plumb.core.Behaviour.Incident;
import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Outcome;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.traces.Event;
import dev.plumb.traces.TlaValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A behaviour as JSON for the script of the page, which draws what is looked at. Each step says only what it changes;
 * values and texts are there once, and named by their numbers.
 */
final class PageData {
    /** Of more steps, the page has the last ones. */
    private static final int STEPS_MAX = 10_000;

    private static final int TEXT_MAX = 300;
    private static final int OBSERVED_MAX = 30;

    private final Behaviour behaviour;
    private final Layout layout;
    private final PageValues values = new PageValues();
    private final Map<String, Integer> texts = new HashMap<>();
    private final ObjectNode page = JsonNodeFactory.instance.objectNode();
    private final ArrayNode allTexts = JsonNodeFactory.instance.arrayNode();
    private SortedMap<String, TlaValue> state = new TreeMap<>();

    private PageData(Behaviour behaviour) {
        this.behaviour = behaviour;
        this.layout = new Layout(behaviour, STEPS_MAX);
    }

    /**
     * JSON that may stand within a script element.
     *
     * @param later how many recorded events come after the last step
     */
    static String of(Behaviour behaviour, Outcome outcome, int later) {
        PageData data = new PageData(behaviour);
        data.foresee();
        data.frame(outcome, later);
        data.steps();
        data.expressions();
        data.otherLanes();
        data.page.set("texts", data.allTexts);
        data.page.set("values", data.values.nodes());
        return data.page.toString().replace("<", "\\u003c");
    }

    private List<Step> shown() {
        return layout.window().steps();
    }

    private void foresee() {
        for (Step step : shown()) {
            SortedMap<String, TlaValue> before = state;
            step.state().forEach((name, value) -> values.foresee(before.get(name), value));
            state = step.state();
        }
        state = new TreeMap<>();
    }

    private void frame(Outcome outcome, int later) {
        page.put("first", shown().get(0).number());
        lanes(behaviour, layout, page);
        page.put("left", layout.left()).put("row", Layout.ROW);
        page.put("later", later);
        behaviour.loopsTo().ifPresent(to -> page.put("loop", to));
        ArrayNode endings = page.putArray("ending");
        Verdict.ending(outcome, behaviour).forEach(line -> endings.add(Printable.clip(line, TEXT_MAX)));
        ArrayNode names = page.putArray("variables");
        shown().get(0).state().keySet().forEach(name -> names.add(Printable.clip(name, TEXT_MAX)));
        ObjectNode read = page.putObject("read");
        ReadCells.of(behaviour, outcome).forEach((step, cells) -> {
            ArrayNode node = read.putArray(Integer.toString(step));
            cells.forEach(cell -> node.add(Printable.clip(cell, TEXT_MAX)));
        });
    }

    private void steps() {
        ArrayNode steps = page.putArray("steps");
        for (Step step : shown()) {
            ObjectNode node = steps.addObject();
            layout.column(step).ifPresent(column -> node.put("lane", column));
            node.put("action", text(Words.action(step)));
            step.place().map(SourceRange::toString).ifPresent(place -> node.put("place", text(place)));
            step.event().ifPresent(event -> node.set("event", event(event, step.forbidden())));
            if (step.forbidden()) {
                node.put("forbidden", true);
            }
            changes(step, node.putArray("set"));
            state = step.state();
        }
    }

    /** Variables by their index and their new values, in turn. */
    private void changes(Step step, ArrayNode set) {
        int index = 0;
        for (Map.Entry<String, TlaValue> variable : step.state().entrySet()) {
            if (!variable.getValue().equals(state.get(variable.getKey()))) {
                set.add(index).add(values.number(variable.getValue()));
            }
            index++;
        }
    }

    private ObjectNode event(Event event, boolean isForbidden) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("action", text(Words.action(event)))
                .put("source", text(event.source().toString()));
        event.at().ifPresent(at -> node.put("at", text(at)));
        ArrayNode seen = node.putArray("seen");
        Observed.lines(event.state()).stream().limit(OBSERVED_MAX).forEach(line -> seen.add(text(line.path()))
                .add(isForbidden ? text(line.seen(), HtmlValues.CHANGED_MAX) : text(line.seen())));
        return node;
    }

    /** Others that a reader may choose, each with the column of each step in turn; -1 is none. */
    private void otherLanes() {
        ArrayNode others = page.putArray("otherLanes");
        for (Behaviour.Lanes other : behaviour.otherLanes()) {
            Behaviour seen = behaviour.by(other);
            Layout columns = new Layout(seen, STEPS_MAX);
            ObjectNode node = others.addObject();
            lanes(seen, columns, node);
            ArrayNode owners = node.putArray("columns");
            columns.window()
                    .steps()
                    .forEach(step -> owners.add(columns.column(step).orElse(-1)));
        }
    }

    private void lanes(Behaviour seen, Layout columns, ObjectNode page) {
        page.put("lanesBy", Printable.clip(seen.lanesBy(), TEXT_MAX));
        ArrayNode lanes = page.putArray("lanes");
        for (int column = 0; column < columns.lanes().size(); column++) {
            String name = Printable.clip(columns.lanes().get(column), TEXT_MAX);
            lanes.addObject().put("name", name).put("colour", columns.colour(column));
        }
        messages(seen, columns, page);
    }

    private void messages(Behaviour seen, Layout columns, ObjectNode page) {
        ArrayNode messages = page.putArray("messages");
        for (Message message : seen.messages()) {
            ObjectNode node = messages.addObject().put("from", message.from());
            message.to().ifPresent(to -> node.put("to", to));
            message.lostAt().ifPresent(at -> node.put("lostAt", at));
            message.addressee().flatMap(columns::columnOf).ifPresent(column -> node.put("addressee", column));
            message.carrier().ifPresent(carrier -> node.put("carrier", text(carrier)));
            node.put("label", text(message.label()));
            node.put("brief", text(Arrows.gist(message)));
        }
        ArrayNode incidents = page.putArray("incidents");
        for (Incident incident : seen.incidents()) {
            columns.columnOf(incident.lane()).ifPresent(column -> incidents
                    .addObject()
                    .put("step", incident.step())
                    .put("lane", column)
                    .put("kind", incident.kind().name().toLowerCase(Locale.ROOT)));
        }
    }

    private void expressions() {
        ArrayNode expressions = page.putArray("expressions");
        int from = behaviour.steps().size() - shown().size();
        for (Expression expression : behaviour.expressions()) {
            ObjectNode node = expressions.addObject().put("text", Printable.clip(expression.text(), TEXT_MAX));
            ArrayNode after = node.putArray("values");
            for (Optional<TlaValue> value :
                    expression.values().subList(from, behaviour.steps().size())) {
                after.add(value.map(values::number).orElse(-1));
            }
        }
    }

    private int text(String text) {
        return text(text, TEXT_MAX);
    }

    private int text(String text, int charactersMax) {
        return texts.computeIfAbsent(Printable.cut(text, charactersMax), cut -> {
            allTexts.add(cut);
            return allTexts.size() - 1;
        });
    }
}
