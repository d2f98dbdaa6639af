package dev.plumb.cli;

import dev.plumb.core.StateGraph;
import dev.plumb.report.Drawing;
import dev.plumb.report.GraphDot;
import dev.plumb.report.GraphSvg;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Graphs as pictures in a folder. */
final class GraphPictures {
    /** Of more nodes nobody could read a picture. */
    static final int NODES_MAX = 150;

    /** What lays a graph out. */
    enum Layout {
        /** Graphviz where it is installed. */
        AUTO,
        DOT,
        PLUMB
    }

    private GraphPictures() {}

    /** As SVG, PNG and for Graphviz; the files are returned. */
    static List<Path> write(StateGraph graph, Layout layout, ReportFolder folder, String name) {
        return write(Drawing.of(graph), layout, folder, name);
    }

    /** The same of another drawing. */
    static List<Path> write(Drawing drawing, Layout layout, ReportFolder folder, String name) {
        String dot = GraphDot.of(drawing);
        String svg = svg(drawing, dot, layout);
        return List.of(
                folder.write(name + ".svg", svg),
                folder.write(name + ".png", Png.of(svg)),
                folder.write(name + ".dot", dot));
    }

    private static String svg(Drawing drawing, String dot, Layout layout) {
        Optional<InstalledDot> installed = layout == Layout.PLUMB ? Optional.empty() : InstalledDot.find();
        if (layout == Layout.DOT && installed.isEmpty()) {
            throw PictureProblems.noGraphviz();
        }
        return installed.map(program -> program.svg(dot)).orElseGet(() -> GraphSvg.of(drawing));
    }
}
