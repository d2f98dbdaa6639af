package dev.plumb.cli;

import static java.util.stream.Collectors.joining;

import dev.plumb.core.StateGraph;
import dev.plumb.core.StateGraph.Node;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PictureProblemsTest {
    @Test
    void every_message_is_pinned() throws IOException {
        Node node = new Node(1, List.of(), 1, OptionalLong.empty(), new TreeSet<>(), new TreeSet<>());
        StateGraph graph = new StateGraph("Lease", Collections.nCopies(288, node), List.of(), true, List.of());
        Golden.check(
                "picture-problems",
                Stream.of(
                                PictureProblems.tooManyNodes(graph, 150, List.of("--group-by holder (3 nodes)")),
                                PictureProblems.tooManyNodes(graph, 150, List.of()),
                                PictureProblems.noGraphviz(),
                                PictureProblems.noPicture("/usr/bin/dot", 1),
                                PictureProblems.severalModels("specs/lease", List.of("MCLease.cfg", "MCLease_7.cfg")),
                                PictureProblems.noCounterexample(Path.of("plumb-out/MCLease/result.json")),
                                PictureProblems.resultOfAnother(
                                        Path.of("plumb-out/MCLease/result.json"), "Lease", "MCLease"))
                        .map(Problem::text)
                        .collect(joining("\n", "", "\n")));
    }
}
