package dev.plumb.report;

import dev.plumb.core.StateGraph;
import java.util.List;

/**
 * What is drawn as a graph: boxes with lines of text, and arrows between them that have labels.
 *
 * @param name of the graph, for programs that read it
 * @param legend sentences below the picture
 * @param arrows at most one from a box to another
 */
public record Drawing(String name, String title, List<String> legend, List<Box> boxes, List<Arrow> arrows) {
    /** How much something stands out; what that means is in the legend, and in its text. */
    public enum Look {
        PLAIN,
        THICK,
        /** It stands back. */
        FAR
    }

    /**
     * A box; the first one has the number 1.
     *
     * @param lines the first is its heading
     * @param isTop whether it stands in the first row, in a double frame; others stand as far below as fewest arrows lead to them
     */
    public record Box(List<String> lines, boolean isTop, boolean isBad, Look look) {}

    /**
     * An arrow.
     *
     * @param from number of a box
     * @param to number of a box, which may be the same
     */
    public record Arrow(int from, int to, List<String> lines, boolean isBad, Look look) {}

    /** A state graph. */
    public static Drawing of(StateGraph graph) {
        return GraphText.drawing(graph);
    }

    /** A box by its number. */
    Box box(int number) {
        return boxes.get(number - 1);
    }
}
