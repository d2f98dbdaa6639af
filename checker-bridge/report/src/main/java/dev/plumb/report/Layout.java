package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where things are in a space-time diagram: lanes are columns, time runs downwards a row a step. */
final class Layout {
    static final int ROW = 46;
    static final int RADIUS = 12;
    static final String ENVIRONMENT = "env";

    private static final int TOP = 74;

    /** More lanes than fit a screen share the last one. */
    private static final int LANES_MAX = 24;

    private static final int COLOURS = 8;

    private final Window window;
    private final List<String> lanes = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<Integer, Step> steps = new HashMap<>();
    private final int firstRow;
    private final int left;

    /** @param stepsMax of a longer behaviour only the end is laid out */
    Layout(Behaviour behaviour, int stepsMax) {
        window = Window.of(behaviour, stepsMax);
        firstRow = window.skipped() == 0 ? 0 : 1;
        left = behaviour.loopsTo().isPresent() ? 52 : 20;
        behaviour.lanes().forEach(this::addLane);
        for (Step step : behaviour.steps()) {
            lane(step).ifPresent(this::addLane);
            steps.put(step.number(), step);
        }
    }

    Window window() {
        return window;
    }

    List<String> lanes() {
        return lanes;
    }

    /** The lane of a step; none only for the initial state. */
    static Optional<String> lane(Step step) {
        boolean isInitial = step.action().isEmpty() && step.event().isEmpty();
        return isInitial ? step.lane() : Optional.of(step.lane().orElse(ENVIRONMENT));
    }

    Optional<Integer> column(Step step) {
        return lane(step).map(columns::get);
    }

    /** Of a lane by its name, if it is drawn. */
    Optional<Integer> columnOf(String lane) {
        return Optional.ofNullable(columns.get(lane));
    }

    /** Of the step with this number, if it takes place in a lane. */
    Optional<Integer> column(int number) {
        return Optional.ofNullable(steps.get(number)).flatMap(this::column);
    }

    /** The class that gives a lane its colour. */
    String colour(int column) {
        return lanes.get(column).equals(ENVIRONMENT) ? "le" : "l" + column % COLOURS;
    }

    int spacing() {
        int count = lanes.size();
        return count <= 5 ? 116 : count <= 8 ? 92 : 64;
    }

    int x(int column) {
        return left + column * spacing() + spacing() / 4;
    }

    /** Of the step with this number; steps before the window are where the note stands that they were left out. */
    int y(int number) {
        int row = number - 1 - window.skipped();
        return TOP + Math.max(0, row + firstRow) * ROW;
    }

    /** Where the lanes begin. */
    int left() {
        return left;
    }

    int noteY() {
        return TOP;
    }

    int lastY() {
        return TOP + (window.steps().size() - 1 + firstRow) * ROW;
    }

    int labelX() {
        return x(Math.max(0, lanes.size() - 1)) + 44;
    }

    boolean isShown(int number) {
        return number > window.skipped();
    }

    private void addLane(String lane) {
        if (columns.containsKey(lane)) {
            return;
        }
        if (lanes.size() < LANES_MAX) {
            lanes.add(lane);
        } else {
            lanes.set(LANES_MAX - 1, "others");
        }
        columns.put(lane, lanes.size() - 1);
    }
}
