package dev.plumb.report;

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
            unread(message, from.get());
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
        head(end, y2, side);
        label(message, start, y1, side);
    }

    private void toItself(int x, int y1, int y2) {
        int left = x - Layout.RADIUS;
        String path = "M" + left + " " + y1 + "C" + (left - 26) + " " + (y1 + 6) + " " + (left - 26) + " " + y2 + " "
                + (left - HEAD) + " " + y2;
        wire(path, "wire");
        head(left - 1, y2, 1);
    }

    private void unread(Message message, int from) {
        int y = layout.y(message.from());
        int side = from == layout.lanes().size() - 1 && from > 0 ? -1 : 1;
        int start = layout.x(from) + side * Layout.RADIUS;
        int end = layout.x(from) + side * layout.spacing() * 2 / 5;
        out.open("g", "class", "message " + layout.colour(from), "data-from", message.from());
        out.leaf("title", "from step " + message.from() + ", not read: " + full(message));
        wire("M" + start + " " + y + "L" + end + " " + (y + 14), "wire lost");
        out.empty("circle", "class", "open", "cx", end + side * 3, "cy", y + 15, "r", 4);
        label(message, start, y, side);
        out.closeLine();
    }

    private void wire(String path, String style) {
        halos.empty("path", "class", "halo", "d", path);
        out.empty("path", "class", style, "d", path);
    }

    private void head(int x, int y, int side) {
        int back = x - side * HEAD;
        out.empty("path", "class", "head", "d", "M" + x + " " + y + "L" + back + " " + (y - 5) + "V" + (y + 5) + "Z");
    }

    /** Once for all that a step sends the same thing to. */
    private void label(Message message, int x, int y, int side) {
        String label = Printable.clip(gist(full(message)), (int) ((layout.spacing() - 26) / CHARACTER));
        if (!message.label().isEmpty() && labelled.add(List.of(message.from(), side, label))) {
            String anchor = side > 0 ? "start" : "end";
            out.leaf("text", label, "class", "label", "x", x + side * 4, "y", y - 5, "text-anchor", anchor);
        }
    }

    private static String full(Message message) {
        return message.label().isEmpty() ? "a message" : Printable.clip(message.label(), LABEL_MAX);
    }

    /** Of a record only the values: {@code [rm |-> "r1", type |-> "Prepared"]} is {@code r1, Prepared}. */
    private static String gist(String label) {
        return label.replaceAll("\\w+ \\|-> ", "").replaceAll("[\\[\\]\"]", "");
    }
}
