package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphCommandTest {
    @TempDir(factory = FixedFolder.class)
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plumb", "dot"})
    void a_small_model_is_drawn_in_three_ways(String layout) throws IOException {
        assumeThat(layout.equals("plumb") || InstalledDot.find().isPresent()).isTrue();
        Plumb run = Plumb.run(folder, "graph", Plumb.fixture("tank/Tank_Full.cfg"), "--layout", layout);
        assertThat(run.exitCode()).isZero();
        Golden.check("graph", run.transcript().replace("--layout " + layout, "--layout HOW"));
        Path drawn = folder.resolve("Tank_Full");
        assertThat(drawn.resolve("graph.svg")).content().startsWith("<svg ").contains("violates NeverFull");
        BufferedImage png = ImageIO.read(drawn.resolve("graph.png").toFile());
        assertThat(png.getWidth()).isGreaterThan(200);
        assertThat(colours(png)).isGreaterThan(3);
        assertThat(drawn.resolve("graph.dot")).content().startsWith("digraph \"Tank\" {");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plumb", "dot"})
    void the_same_model_gives_the_same_bytes(String layout) throws IOException {
        assumeThat(layout.equals("plumb") || InstalledDot.find().isPresent()).isTrue();
        String[] files = {"graph.svg", "graph.png", "graph.dot"};
        for (String out : new String[] {"a", "b"}) {
            Plumb.run(folder.resolve(out), "graph", Plumb.fixture("tank/Tank.cfg"), "--layout", layout);
        }
        for (String file : files) {
            assertThat(folder.resolve("a/Tank").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b/Tank").resolve(file));
        }
    }

    @Test
    void a_graph_that_nobody_could_read_is_folded() {
        Plumb large = Plumb.run(folder, "graph", "MCTwoPhase", "--layout", "plumb");
        assertThat(large.exitCode()).isEqualTo(3);
        assertThat(large.err())
                .startsWith("PLUMB-G21 The graph of MCTwoPhase has 288 nodes")
                .contains("--group-by tmState (3 nodes)", "--nodes 288");
        assertThat(folder.resolve("MCTwoPhase/graph.svg")).doesNotExist();

        Plumb folded = Plumb.run(folder, "graph", "MCTwoPhase", "--group-by", "tmState", "--layout", "plumb");
        assertThat(folded.exitCode()).isZero();
        assertThat(folded.out()).startsWith("MCTwoPhase: 288 states in 3 groups, ");
        assertThat(folder.resolve("MCTwoPhase/graph.svg")).exists();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "level',      2, PLUMB-G20",
        "levl,        3, PLUMB-C80",
        "[](level=0), 3, PLUMB-C85",
    })
    void states_are_grouped_by_what_has_a_value_in_each(String expression, int exitCode, String code) {
        Plumb run = Plumb.run(folder, "graph", Plumb.fixture("tank/Tank.cfg"), "--group-by", expression);
        assertThat(run.err()).startsWith(code);
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Tail(q) # q /\\ q' = <<0>>,  Len(q) < 2,      Queue.tla:4:9",
        "q' = <<0>>,                 q = <<>> => q[1], Queue.tla:5:30",
    })
    void what_cannot_be_evaluated_is_told_with_its_place(String next, String invariant, String place)
            throws IOException {
        Path module = Files.writeString(folder.resolve("Queue.tla"), """
                ---- MODULE Queue ----
                EXTENDS Sequences, Naturals
                VARIABLE q
                Next == %s
                Inv ==           %s
                Init == q = <<>>
                ====
                """.formatted(next, invariant));
        Files.writeString(folder.resolve("Queue.cfg"), "INIT Init NEXT Next INVARIANT Inv");
        Plumb run = Plumb.run(folder, "graph", module.toString());
        assertThat(run.exitCode()).isEqualTo(75);
        assertThat(run.err()).startsWith("PLUMB-S03 ").contains(place + ": TLC cannot evaluate ");
    }

    @Test
    void the_counterexample_of_the_last_check_is_drawn_with_what_one_step_from_it_leads_to() throws IOException {
        String lazy = Plumb.fixture("tank/Tank_Lazy.cfg");
        Plumb none = Plumb.run(folder, "graph", lazy, "--counterexample");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).startsWith("PLUMB-G01 ").contains("Tank_Lazy");
        assertThat(Plumb.run(folder, "check", lazy, "--workers", "1").exitCode())
                .isEqualTo(13);
        Plumb run = Plumb.run(folder, "graph", lazy, "--counterexample", "--layout", "plumb");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("something is wrong in it: the thick lines lead there\n");
        assertThat(folder.resolve("Tank_Lazy/graph.svg"))
                .content()
                .contains("goes round for ever", "class=\"edge-path\"");

        String full = Plumb.fixture("tank/Tank.cfg");
        Plumb.run(folder, "check", full, "--workers", "1");
        assertThat(Plumb.run(folder, "graph", full, "--counterexample").err()).startsWith("PLUMB-R70 ");
    }

    @Test
    void one_model_is_drawn_at_a_time() {
        Plumb run = Plumb.run(folder, "graph", Plumb.fixture("tank"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("PLUMB-G24 ").contains("Tank_Full.cfg");
    }

    @Test
    void a_graph_without_an_end_is_drawn_as_far_as_is_asked_for() {
        Plumb run = Plumb.run(
                folder, "graph", Plumb.fixture("endless/Endless.cfg"), "--states", "9", "--layout", "plumb", "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\"states\":9,", "\"isWhole\":false");
    }

    private static long colours(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(pixels).distinct().count();
    }
}
