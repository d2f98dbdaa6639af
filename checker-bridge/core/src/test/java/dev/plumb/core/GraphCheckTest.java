package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.core.StateGraph.Edge;
import dev.plumb.core.StateGraph.Mark;
import dev.plumb.core.StateGraph.Node;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph of what a model can reach. */
class GraphCheckTest {
    private static final Path SPECS = Path.of(System.getProperty("plumb.root"), "specs");

    private static final String[] WALK = {
        "EXTENDS Naturals",
        "VARIABLE at",
        "Init == at = 0",
        "Walk(n) == at < 3 /\\ n <= 2 /\\ at' = at + n",
        "Ride == at = 0 /\\ at' = 2",
        "Stay == at = 1 /\\ UNCHANGED at",
        "Next == (\\E n \\in 1..2 : Walk(n)) \\/ Ride \\/ Stay",
        "Near == at < 4",
        "Slowly == [][at' <= at + 1]_at",
        "Bounded == at < 3"
    };

    @TempDir
    Path folder;

    private GraphCheck.Found walk(String... cfg) {
        return new GraphCheck(model(cfg), TlcJar.find(), 100).find();
    }

    private Model model(String... cfg) {
        return new Fixture(folder)
                .module("Walk", WALK)
                .config("Walk", "INIT Init\nNEXT Next\n" + String.join("\n", cfg))
                .model("Walk");
    }

    @Test
    void only_a_counterexample_and_what_one_step_from_it_leads_to_is_found() {
        Behaviour behaviour = new Fixture(folder)
                .check(model("INVARIANT Bounded"), CheckOptions.DEFAULT.withWorkers(1))
                .counterexample()
                .orElseThrow();
        StateGraph graph = new GraphCheck(model("INVARIANT Bounded"), TlcJar.find(), 1)
                .along(behaviour)
                .graph();
        assertThat(graph.path()).hasSize(behaviour.steps().size()).startsWith(1, 2);
        assertThat(graph.nodes()).hasSizeGreaterThan(behaviour.steps().size());
        assertThat(graph.isWhole()).isFalse();
        assertThat(graph.isLasso()).isFalse();
        assertThat(graph.nodes()
                        .get(graph.path().get(graph.path().size() - 1) - 1)
                        .violated())
                .containsExactly("Bounded");
        for (int i = 1; i < graph.path().size(); i++) {
            int step = i;
            assertThat(graph.edges())
                    .anyMatch(edge -> edge.from() == graph.path().get(step - 1)
                            && edge.to() == graph.path().get(step)
                            && graph.isOnPath(edge));
        }
    }

    @Test
    void a_lasso_goes_back_along_an_edge_of_its_own() {
        new Fixture(folder)
                .module(
                        "Round",
                        "EXTENDS Naturals",
                        "VARIABLE at",
                        "Init == at = 0",
                        "Enter == at = 0 /\\ at' = 1",
                        "Turn == at \\in 1..2 /\\ at' = 3 - at",
                        "Leave == at = 2 /\\ at' = 9",
                        "Next == Enter \\/ Turn \\/ Leave",
                        "Spec == Init /\\ [][Next]_at /\\ WF_at(Turn) /\\ WF_at(Enter)",
                        "Leaves == <>(at = 9)")
                .config("Round", "SPECIFICATION Spec", "PROPERTY Leaves", "CHECK_DEADLOCK FALSE")
                .config("Round_Lazy", "INIT Init", "NEXT Next", "PROPERTY Leaves", "CHECK_DEADLOCK FALSE");
        StateGraph round = lasso("Round");
        assertThat(round.isLasso()).isTrue();
        assertThat(round.path()).isEqualTo(List.of(1, 2, 3, 2));
        assertThat(edges(round)).contains("3-2 [Turn]", "3-4 [Leave]");

        StateGraph lazy = lasso("Round_Lazy");
        int last = lazy.path().get(lazy.path().size() - 1);
        assertThat(lazy.path()).endsWith(last, last);
        assertThat(edges(lazy)).contains("1-2 [Enter]", last + "-" + last + " [nothing happens any more]");
    }

    private StateGraph lasso(String config) {
        Fixture fixture = new Fixture(folder);
        Behaviour behaviour = fixture.check(fixture.model(config), CheckOptions.DEFAULT.withWorkers(1))
                .counterexample()
                .orElseThrow();
        return new GraphCheck(fixture.model(config), TlcJar.find(), 100)
                .along(behaviour)
                .graph();
    }

    private static List<String> edges(StateGraph graph) {
        return graph.edges().stream()
                .map(edge ->
                        edge.from() + "-" + edge.to() + " " + edge.actions().keySet())
                .toList();
    }

    private static List<String> marks(StateGraph graph) {
        return graph.nodes().stream()
                .map(node -> node.text() + " " + node.marks())
                .toList();
    }

    @Test
    void all_actions_between_two_states_are_kept_and_steps_that_change_nothing() {
        assertThat(edges(walk().graph()))
                .containsExactly(
                        "1-2 [Walk(1)]",
                        "1-3 [Ride, Walk(2)]",
                        "2-3 [Walk(1)]",
                        "2-4 [Walk(2)]",
                        "2-2 [Stay]",
                        "3-4 [Walk(1)]",
                        "3-5 [Walk(2)]");
    }

    @Test
    void an_end_is_a_deadlock_unless_the_model_says_otherwise() {
        assertThat(marks(walk().graph()))
                .containsExactly(
                        "[at = 0] [INITIAL]",
                        "[at = 1] []",
                        "[at = 2] []",
                        "[at = 3] [DEADLOCKED]",
                        "[at = 4] [DEADLOCKED]");
        assertThat(walk().graph().path()).containsExactly(1, 2, 4);
        StateGraph allowed = walk("CHECK_DEADLOCK FALSE").graph();
        assertThat(allowed.nodes().get(3).marks()).containsExactly(Mark.FINAL);
        assertThat(allowed.path()).isEmpty();
    }

    @Test
    void what_violates_an_invariant_is_marked_with_its_name_and_a_shortest_way() {
        StateGraph graph = walk("CHECK_DEADLOCK FALSE", "INVARIANT Near").graph();
        assertThat(graph.nodes())
                .filteredOn(node -> node.marks().contains(Mark.VIOLATING))
                .hasSize(1);
        assertThat(graph.nodes().get(4).violated()).containsExactly("Near");
        assertThat(graph.path()).containsExactly(1, 3, 5);
        assertThat(graph.edges())
                .filteredOn(graph::isOnPath)
                .extracting(Edge::to)
                .containsExactly(3, 5);
    }

    @Test
    void what_violates_a_property_of_steps_is_the_step() {
        StateGraph graph = walk("CHECK_DEADLOCK FALSE", "PROPERTY Slowly").graph();
        assertThat(graph.nodes()).noneMatch(node -> node.marks().contains(Mark.VIOLATING));
        assertThat(graph.edges())
                .filteredOn(edge -> !edge.violated().isEmpty())
                .extracting(edge -> edge.from() + "-" + edge.to())
                .containsExactly("1-3", "2-4", "3-5");
        assertThat(graph.path()).containsExactly(1, 3);
    }

    @Test
    void a_constraint_leaves_states_out() {
        StateGraph graph = walk("CONSTRAINT Bounded").graph();
        assertThat(graph.nodes())
                .extracting(Node::text)
                .containsExactly(List.of("at = 0"), List.of("at = 1"), List.of("at = 2"));
        assertThat(graph.isWhole()).isTrue();
    }

    @Test
    void groups_have_counts_and_the_names_of_actions() {
        GraphCheck.Found found = walk("CHECK_DEADLOCK FALSE", "INVARIANT Near");
        StateGraph graph = found.graph().foldedBy(List.of("low", "low", "high", "high", "high"));
        assertThat(graph.nodes()).extracting(Node::states).containsExactly(2L, 3L);
        assertThat(graph.nodes().get(1).violated()).containsExactly("Near");
        assertThat(graph.edges())
                .extracting(edge -> edge.from() + "-" + edge.to() + " " + edge.actions())
                .containsExactly("1-1 {Stay=1, Walk=1}", "1-2 {Ride=1, Walk=3}", "2-2 {Walk=2}");
        assertThat(graph.path()).containsExactly(1, 2);
        assertThat(graph.states()).isEqualTo(5);
        assertThat(graph.steps()).isEqualTo(found.graph().steps()).isEqualTo(8);
    }

    @Test
    void more_states_than_are_asked_for_are_not_called_all() {
        StateGraph graph = new GraphCheck(model(), TlcJar.find(), 3).find().graph();
        assertThat(graph.nodes()).hasSize(3);
        assertThat(graph.isWhole()).isFalse();
    }

    @Test
    void of_a_protocol_as_many_states_as_tlc_finds() {
        Model model = new SpecLocator(List.of())
                .models(SPECS.resolve("commit/twophase/MCTwoPhase.cfg").toString(), Optional.empty())
                .get(0);
        GraphCheck check = new GraphCheck(model, TlcJar.find(), 1000);
        GraphCheck.Found found = check.find();
        assertThat(found.graph().nodes()).hasSize(288);
        assertThat(found.graph().path()).isEmpty();
        StateGraph folded = found.graph().foldedBy(check.values("tmState", found.states()));
        assertThat(folded.nodes())
                .extracting(Node::text)
                .containsExactly(List.of("\"init\""), List.of("\"aborted\""), List.of("\"committed\""));
        assertThat(folded.states()).isEqualTo(288);
    }

    @Test
    void an_expression_that_is_about_steps_groups_nothing() {
        GraphCheck check = new GraphCheck(model(), TlcJar.find(), 3);
        assertThatThrownBy(() -> check.values("at' > at", check.find().states()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("PLUMB-G20"));
    }
}
