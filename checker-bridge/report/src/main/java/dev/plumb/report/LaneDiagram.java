package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Incident;
import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.Behaviour.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A behaviour in text: a column for each lane, a row for each step, and an arrow in the row of the step that
 * receives a message, from the lane that sent it.
 *
 * <pre>
 *         tm    r1    r2
 *    2    |     *     |    RMPrepare(r1)
 *    3    *&lt;----|     |    TMRcvPrepared(r1), reads 2
 * </pre>
 */
final class LaneDiagram {
    private static final int STEPS_MAX = 30;
    private static final int STEPS_OF_LONG = 12;
    private static final int LANES_MAX = 9;
    private static final int LANE = 6;
    private static final int NAME_MAX = 11;
    private static final int LEFT = 6;

    private final Behaviour behaviour;
    private final int spacing;

    private LaneDiagram(Behaviour behaviour, int spacing) {
        this.behaviour = behaviour;
        this.spacing = spacing;
    }

    /** Of a long behaviour the end; empty for what has one lane or none, or too many to stand side by side. */
    static List<String> of(Behaviour behaviour) {
        int widest = behaviour.lanes().stream().mapToInt(Printable::width).max().orElse(0);
        int lanes = behaviour.lanes().size();
        return behaviour.steps().size() > 1 && lanes > 1 && lanes <= LANES_MAX
                ? new LaneDiagram(behaviour, Math.max(LANE, Math.min(widest, NAME_MAX) + 2)).rows()
                : List.of();
    }

    private List<String> rows() {
        List<Step> steps = behaviour.steps();
        int first = steps.size() <= STEPS_MAX ? 1 : steps.size() - STEPS_OF_LONG;
        List<String> rows = new ArrayList<>(List.of(head()));
        if (first > 1) {
            rows.add("      … " + Words.count(first - 1L, "earlier step"));
        }
        steps.subList(first, steps.size()).forEach(step -> rows.add(row(step)));
        return rows;
    }

    private String head() {
        StringBuilder head = new StringBuilder(" ".repeat(LEFT));
        for (String lane : behaviour.lanes()) {
            String name = Printable.clip(lane, NAME_MAX);
            int left = (spacing - Printable.width(name)) / 2;
            head.append(" ".repeat(left)).append(name).append(" ".repeat(spacing - left - Printable.width(name)));
        }
        return head.toString().stripTrailing();
    }

    private int x(int lane) {
        return lane * spacing + spacing / 2 - 1;
    }

    private String row(Step step) {
        char[] row = new char[behaviour.lanes().size() * spacing];
        Arrays.fill(row, ' ');
        for (int lane = 0; lane < behaviour.lanes().size(); lane++) {
            row[x(lane)] = '|';
        }
        int own = lane(step.lane());
        if (own >= 0) {
            received(step).forEach(message -> arrow(row, lane(sender(message)), own, '-'));
            touched(step).forEach(lane -> arrow(row, own, lane(Optional.of(lane)), '~'));
            row[x(own)] = mark(step);
        }
        return String.format(Locale.ROOT, "%4d  ", step.number())
                + new String(row)
                + Printable.clip(Words.action(step), 44)
                + notes(step);
    }

    private int lane(Optional<String> name) {
        return name.map(behaviour.lanes()::indexOf).orElse(-1);
    }

    private Optional<String> sender(Message message) {
        return behaviour.steps().stream()
                .filter(step -> step.number() == message.from())
                .findFirst()
                .flatMap(Step::lane);
    }

    private List<Message> received(Step step) {
        return behaviour.messages().stream()
                .filter(message -> message.to().isPresent() && message.to().getAsInt() == step.number())
                .toList();
    }

    private List<String> touched(Step step) {
        return behaviour.incidents().stream()
                .filter(incident -> incident.step() == step.number() && incident.kind() == Incident.Kind.TOUCHED)
                .map(Incident::lane)
                .toList();
    }

    /** Along the row, over the lanes between: it points at the lane where it ends. */
    private void arrow(char[] row, int from, int to, char line) {
        if (from < 0 || to < 0 || from == to) {
            return;
        }
        int side = from < to ? 1 : -1;
        for (int i = x(from) + side; i != x(to); i += side) {
            row[i] = line;
        }
        row[x(to) - side] = side > 0 ? '>' : '<';
    }

    private char mark(Step step) {
        boolean stops = behaviour.incidents().stream()
                .anyMatch(each -> each.step() == step.number() && each.kind() == Incident.Kind.CRASH);
        return step.forbidden() || stops ? 'X' : '*';
    }

    private String notes(Step step) {
        List<String> notes = new ArrayList<>();
        List<String> read = received(step).stream()
                .map(message -> Integer.toString(message.from()))
                .distinct()
                .toList();
        if (!read.isEmpty()) {
            notes.add("reads " + Words.and(read));
        }
        boolean isUnread = behaviour.messages().stream()
                .anyMatch(message -> message.from() == step.number() && message.fate() == Behaviour.Fate.UNREAD);
        if (isUnread) {
            notes.add("sends what nobody reads");
        }
        behaviour.messages().stream()
                .filter(message -> message.from() == step.number())
                .flatMapToInt(message -> message.lostAt().stream())
                .distinct()
                .forEach(lost -> notes.add("lost in " + lost));
        behaviour.incidents().stream()
                .filter(incident -> incident.step() == step.number() && incident.kind() != Incident.Kind.TOUCHED)
                .forEach(incident -> notes.add(incident.kind() == Incident.Kind.CRASH ? "stops" : "comes back"));
        if (step.forbidden()) {
            notes.add("not allowed");
        }
        return notes.isEmpty() ? "" : ", " + String.join(", ", notes);
    }
}
