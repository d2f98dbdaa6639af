package dev.plumb.report;

import dev.plumb.core.Behaviour.Fate;
import dev.plumb.core.Behaviour.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Messages as arrows. An arrow leaves along the sender's row, where no other step is, turns in the gap beside the
 * receiver's lane and comes in along the receiver's row: so it crosses lanes, but never a step.
 */
final class Arrows {
    private static final int HEAD = 8;
    private static final int LABEL_MAX = 300;
    private static final double CHARACTER = 6.4;

    private final Layout layout;
    private final Markup halos = new Markup();
    private final Markup out = new Markup();
    private final Set<List<Object>> labelled = new HashSet<>();

    private Arrows(Layout layout) {
        this.layout = layout;
    }

    /** The halos that part arrows from lanes come first, so that arrows that share a way do not cut each other. */
    static String of(List<Message> messages, Layout layout) {
        Arrows arrows = new Arrows(layout);
        messages.forEach(arrows::draw);
        return arrows.halos.line().toString() + arrows.out;
    }

    private void draw(Message message) {
        Optional<Integer> from = layout.column(message.from());
        Optional<Integer> to =
                message.to().isPresent() ? layout.column(message.to().getAsInt()) : Optional.empty();
        if (message.to().isPresent()
                && to.isPresent()
                && layout.isShown(message.to().getAsInt())) {
            int source = from.orElse(to.get());
            delivered(message, source, to.get(), message.to().getAsInt());
        } else if (from.isPresent() && layout.isShown(message.from())) {
            notReceived(message, from.get());
        }
    }

    private void delivered(Message message, int from, int to, int receiver) {
        int y1 = layout.y(message.from());
        int y2 = layout.y(receiver);
        out.open("g", "class", "message " + layout.colour(from), "data-from", message.from(), "data-to", receiver);
        out.leaf("title", "from step " + message.from() + " to step " + receiver + ": " + full(message));
        if (from == to) {
            toItself(layout.x(from), y1, y2);
        } else {
            across(message, from, to, y1, y2);
        }
        out.closeLine();
    }

    private void across(Message message, int from, int to, int y1, int y2) {
        int side = to > from ? 1 : -1;
        int start = layout.x(from) + side * Layout.RADIUS;
        int end = layout.x(to) - side * (Layout.RADIUS + 2);
        int turn = Math.abs(to - from) == 1 ? start : layout.x(to) - side * (layout.spacing() * 2 / 3);
        int bend = side * layout.spacing() / 3;
        String path = "M" + start + " " + y1 + "H" + turn + "C" + (turn + bend) + " " + y1 + " " + (end - bend) + " "
                + y2 + " " + (end - side * HEAD) + " " + y2;
        wire(path, "wire");
        drawHead(end, y2, side);
        label(message, start, y1, side);
    }

    private void toItself(int x, int y1, int y2) {
        int left = x - Layout.RADIUS;
        String path = "M" + left + " " + y1 + "C" + (left - 26) + " " + (y1 + 6) + " " + (left - 26) + " " + y2 + " "
                + (left - HEAD) + " " + y2;
        wire(path, "wire");
        drawHead(left - 1, y2, 1);
    }

    /** One that nobody read ends in a circle, one that was lost in a cross; on the side of whom it was meant for. */
    private void notReceived(Message message, int from) {
        int y = layout.y(message.from());
        boolean isLast = from == layout.lanes().size() - 1 && from > 0;
        int toward = message.addressee().flatMap(layout::columnOf).orElse(isLast ? from - 1 : from + 1);
        int side = toward < from ? -1 : 1;
        int start = layout.x(from) + side * Layout.RADIUS;
        int end = layout.x(from) + side * layout.spacing() * 2 / 5;
        out.open("g", "class", "message " + layout.colour(from), "data-from", message.from());
        String fate = message.lostAt().isPresent()
                ? ", lost at step " + message.lostAt().getAsInt()
                : ", not read";
        out.leaf("title", "from step " + message.from() + fate + ": " + full(message));
        wire("M" + start + " " + y + "L" + end + " " + (y + 14), "wire lost");
        if (message.fate() == Fate.LOST) {
            out.empty("path", "class", "vanished", "d", cross(end + side * 3, y + 15, 4));
        } else {
            out.empty("circle", "class", "open", "cx", end + side * 3, "cy", y + 15, "r", 4);
        }
        label(message, start, y, side);
        out.closeLine();
    }

    private void wire(String path, String style) {
        halos.empty("path", "class", "halo", "d", path);
        out.empty("path", "class", style, "d", path);
    }

    private void drawHead(int x, int y, int side) {
        out.empty("path", "class", "head", "d", head(x, y, side));
    }

    /** The path of an arrow's head. */
    static String head(int x, int y, int side) {
        return "M" + x + " " + y + "L" + (x - side * HEAD) + " " + (y - 5) + "V" + (y + 5) + "Z";
    }

    /** The path of a cross. */
    static String cross(int x, int y, int r) {
        return "M" + (x - r) + " " + (y - r) + "l" + 2 * r + " " + 2 * r + "m0 " + -2 * r + "l" + -2 * r + " " + 2 * r;
    }

    /** Once for all that a step sends the same thing to. */
    private void label(Message message, int x, int y, int side) {
        String label = Printable.clip(gist(message), (int) ((layout.spacing() - 26) / CHARACTER));
        if (!message.label().isEmpty() && labelled.add(List.of(message.from(), side, label))) {
            String anchor = side > 0 ? "start" : "end";
            out.leaf("text", label, "class", "label", "x", x + side * 4, "y", y - 5, "text-anchor", anchor);
        }
    }

    private static String full(Message message) {
        return message.label().isEmpty() ? "a message" : Printable.clip(message.label(), LABEL_MAX);
    }

    /**
     * Of a record only the values: {@code [rm |-> "r1", type |-> "Prepared"]} is {@code r1, Prepared}. One without any word
     * tells by itself nothing, so what carries it is named.
     */
    static String gist(Message message) {
        String label = Printable.clip(message.label(), LABEL_MAX);
        String values = label.replaceAll("\\w+ \\|-> ", "").replaceAll("[\\[\\]\"]", "");
        boolean isWordless = label.startsWith("[") && !label.contains("\"");
        return isWordless ? message.carrier().map(carrier -> carrier + " ").orElse("") + values : values;
    }
}
