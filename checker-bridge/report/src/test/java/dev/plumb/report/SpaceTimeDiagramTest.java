package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.Outcome;
import dev.plumb.traces.TlaValue;
import java.io.StringReader;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SpaceTimeDiagramTest {

    @Test
    void a_message_without_a_word_is_named_after_what_carries_it() {
        assertThat(gist("[rm |-> \"r1\", type |-> \"Prepared\"]")).isEqualTo("r1, Prepared");
        assertThat(gist("[by |-> 1, turn |-> 2]")).isEqualTo("stores 1, 2");
        assertThat(gist("vote")).isEqualTo("vote");
    }

    private static String gist(String label) {
        return Arrows.gist(
                new Message(2, OptionalInt.of(3), label, OptionalInt.empty(), Optional.empty(), Optional.of("stores")));
    }

    @Test
    void a_counterexample_is_drawn() throws Exception {
        String svg = SpaceTimeDiagram.svg(TwoPhase.violation()).orElseThrow();
        Golden.matches("violation.svg", svg);
        assertThat(classes(parse(svg), "step")).isEqualTo(8);
        assertThat(classes(parse(svg), "message")).isEqualTo(3);
        assertThat(svg).contains("✗ Consistent is violated");
    }

    @Test
    void a_forbidden_step_is_crossed_out() throws Exception {
        String svg = SpaceTimeDiagram.svg(TwoPhase.commitsTooEarly());
        Golden.matches("divergence.svg", svg);
        assertThat(classes(parse(svg), "cross")).isEqualTo(1);
        assertThat(svg).contains("✗ TMCommit (not allowed)", "step 5, tm, TMCommit, not allowed by the spec");
    }

    @Test
    void a_lasso_returns_to_an_earlier_step() throws Exception {
        String svg = SpaceTimeDiagram.svg(TwoPhase.lasso()).orElseThrow();
        Golden.matches("lasso.svg", svg);
        assertThat(classes(parse(svg), "loop")).isEqualTo(1);
        assertThat(svg).contains("↺ back to step 3, and so on for ever");
    }

    @Test
    void steps_without_a_process_are_the_environments() {
        assertThat(SpaceTimeDiagram.svg(TwoPhase.losesForEver())).contains(">env</text>", "step 3, env, LoseMessage");
        assertThat(SpaceTimeDiagram.svg(TwoPhase.commitsTooEarly())).doesNotContain(">env</text>");
    }

    @Test
    void a_message_that_nobody_read_ends_in_a_circle() throws Exception {
        assertThat(classes(parse(SpaceTimeDiagram.svg(TwoPhase.losesForEver())), "open"))
                .isEqualTo(2);
    }

    @Test
    void crashes_restarts_and_lost_messages_are_marked() throws Exception {
        String svg = SpaceTimeDiagram.svg(Stories.crash());
        Golden.matches("crash.svg", svg);
        assertThat(classes(parse(svg), "burst")).isEqualTo(2);
        assertThat(classes(parse(svg), "down")).isEqualTo(1);
        assertThat(classes(parse(svg), "vanished")).isEqualTo(1);
        assertThat(classes(parse(svg), "touched")).isEqualTo(1);
        assertThat(svg).contains("step 3: r1 crashes", "lost at step 3", "changes what belongs to r2");
    }

    @Test
    void what_was_recorded_never_becomes_markup() throws Exception {
        String hostile = "]]><script>alert('1')</script>\" onload=\"x\u0000\u001b\ud800 \ud83d\ude00\ufffe";
        Behaviour behaviour = new BehaviourBuilder(hostile)
                .with(hostile, TlaValue.of(hostile))
                .initially()
                .with(hostile, TlaValue.of(hostile + "2"))
                .step(hostile, hostile, 1)
                .message(2, 2, hostile)
                .unread(2, hostile)
                .build();
        String svg = SpaceTimeDiagram.svg(behaviour, new Outcome.Violates(hostile, Outcome.PropertyKind.INVARIANT));
        assertThat(parse(svg).getElementsByTagName("script").getLength()).isZero();
        assertThat(svg).doesNotContain("\" onload", "\u001b").contains("😀");
    }

    @Test
    void of_a_long_behaviour_the_end_is_drawn_and_the_picture_says_so() throws Exception {
        String svg = SpaceTimeDiagram.svg(counting(1_000, 1).build());
        assertThat(classes(parse(svg), "step")).isEqualTo(400);
        assertThat(svg).contains("… 601 earlier steps not drawn", "step 1001, p0, Tick");
        assertThat(svg.length()).isLessThan(400_000);
    }

    @Test
    void a_behaviour_of_which_only_the_end_was_kept_is_drawn_with_its_numbers() throws Exception {
        Behaviour all = counting(50, 2).message(30, 48, "late").build();
        Behaviour end =
                new Behaviour(all.lanes(), all.lanesBy(), all.steps().subList(40, 51), all.messages(), all.loopsTo());
        String svg = SpaceTimeDiagram.svg(end);
        assertThat(classes(parse(svg), "step")).isEqualTo(11);
        assertThat(svg).contains("… 40 earlier steps not drawn", "step 42, p1, Tick: n 40 → 41");
    }

    @Test
    void a_loop_to_a_step_before_the_window_and_messages_from_there_stay_in_the_picture() throws Exception {
        Behaviour behaviour = counting(1_000, 3)
                .message(2, 990, "late")
                .message(2, 5, "gone")
                .loopsTo(4)
                .build();
        String svg = SpaceTimeDiagram.svg(behaviour);
        parse(svg);
        assertThat(svg).contains("from step 2 to step 990: late").doesNotContain("gone", "=\"-");
    }

    @Test
    void many_lanes_share_the_last_one_and_long_texts_are_cut() throws Exception {
        String svg = SpaceTimeDiagram.svg(counting(60, 60).build());
        assertThat(svg).contains(">others</text>");
        assertThat(classes(parse(svg), "lane")).isEqualTo(24);
        Behaviour big = new BehaviourBuilder("p")
                .with("x", TlaValue.of("a".repeat(1_000_000)))
                .initially()
                .with("x", TlaValue.of("b".repeat(1_000_000)))
                .step("p", "A".repeat(100_000), 1)
                .unread(2, "m".repeat(100_000))
                .build();
        assertThat(SpaceTimeDiagram.svg(big).length()).isLessThan(20_000);
    }

    @Test
    void the_same_behaviour_gives_the_same_bytes() {
        assertThat(SpaceTimeDiagram.svg(TwoPhase.violation())).isEqualTo(SpaceTimeDiagram.svg(TwoPhase.violation()));
    }

    @Test
    void many_messages_stay_readable() {
        BehaviourBuilder builder = counting(27, 7).message(2, 2 + 7, "[type |-> \"Self\"]");
        for (int to = 4; to < 9; to++) {
            builder.message(3, to, "[type |-> \"Heartbeat\", term |-> 4]");
        }
        for (int from = 11; from < 15; from++) {
            builder.message(from, 17, "[type |-> \"Ack\"]");
        }
        Golden.matches(
                "crowded.svg",
                SpaceTimeDiagram.svg(builder.unread(20, "[type |-> \"Vote\"]").build()));
    }

    static BehaviourBuilder counting(int steps, int lanes) {
        BehaviourBuilder builder = new BehaviourBuilder(
                        IntStream.range(0, lanes).mapToObj(i -> "p" + i).toArray(String[]::new))
                .with("n", TlaValue.of(0))
                .initially();
        for (int i = 1; i <= steps; i++) {
            builder.with("n", TlaValue.of(i)).step("p" + i % lanes, "Tick", 7);
        }
        return builder;
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static int classes(Document document, String name) {
        NodeList all = document.getElementsByTagName("*");
        return (int) IntStream.range(0, all.getLength())
                .mapToObj(i -> ((Element) all.item(i)).getAttribute("class"))
                .filter(classes -> (" " + classes + " ").contains(" " + name + " "))
                .count();
    }
}
