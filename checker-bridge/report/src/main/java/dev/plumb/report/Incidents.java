package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Incident;
import dev.plumb.core.Behaviour.Incident.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What befell processes, in a space-time diagram: a cross beside the point of a crash and an arrow beside that of a restart,
 * between which the lane is dotted; and a dashed arrow within a row to the lane that a step of another process changed.
 */
final class Incidents {
    private final Layout layout;
    private final List<Incident> incidents;
    private final Markup out;

    Incidents(Behaviour behaviour, Layout layout, Markup out) {
        this.layout = layout;
        this.incidents = behaviour.incidents();
        this.out = out;
    }

    /** The line of a lane. */
    void lane(int column, int top, int bottom) {
        int y = top;
        boolean isDown = false;
        for (Incident incident : incidents) {
            boolean isOfLane = layout.columnOf(incident.lane()).equals(Optional.of(column));
            if (isOfLane && incident.kind() != Kind.TOUCHED && layout.isShown(incident.step())) {
                line(column, y, layout.y(incident.step()), isDown);
                y = layout.y(incident.step());
            }
            isDown = isOfLane ? isDown(incident.kind(), isDown) : isDown;
        }
        line(column, y, bottom, isDown);
    }

    void marks() {
        incidents.stream()
                .filter(incident -> layout.isShown(incident.step()))
                .forEach(incident -> layout.columnOf(incident.lane()).ifPresent(column -> mark(incident, column)));
    }

    private static boolean isDown(Kind kind, boolean before) {
        return switch (kind) {
            case CRASH -> true;
            case RESTART -> false;
            case TOUCHED -> before;
        };
    }

    private void line(int column, int top, int bottom, boolean isDown) {
        int x = layout.x(column);
        String style = isDown ? "lane down" : "lane";
        out.empty("line", "class", style, "x1", x, "y1", top, "x2", x, "y2", bottom);
    }

    private void mark(Incident incident, int column) {
        int y = layout.y(incident.step());
        if (incident.kind() == Kind.TOUCHED) {
            layout.column(incident.step()).ifPresent(actor -> touched(actor, column, y));
            return;
        }
        boolean isCrash = incident.kind() == Kind.CRASH;
        int x = layout.x(column) + Layout.RADIUS + 6;
        out.open("g", "class", "incident " + layout.colour(column));
        out.leaf("title", "step " + incident.step() + ": " + incident.lane() + (isCrash ? " crashes" : " restarts"));
        String restart = "M" + x + " " + (y + 6) + "v-12l-5 6m5 -6l5 6";
        out.empty("path", "class", "burst", "d", isCrash ? Arrows.cross(x, y, 5) : restart);
        out.closeLine();
    }

    private void touched(int actor, int column, int y) {
        int side = column > actor ? 1 : -1;
        int end = layout.x(column) - side * 2;
        out.open("g", "class", "touched " + layout.colour(actor));
        out.leaf("title", "changes what belongs to " + layout.lanes().get(column));
        String path = "M" + (layout.x(actor) + side * Layout.RADIUS) + " " + y + "H" + (end - side * 4);
        out.empty("path", "class", "wire thin", "d", path);
        out.empty("path", "class", "head", "d", Arrows.head(end, y, side)).closeLine();
    }
}
