package dev.plumb.core.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ToolOutputTest {
    private static final String RECORDED = String.join(
            "\n",
            "TLC2 TLC Server Version 2.18",
            "@!@!@STARTMSG 2187:0 @!@!@",
            "Running breadth-first search",
            "@!@!@ENDMSG 2187 @!@!@",
            "@!@!@STARTMSG 2111:1 @!@!@",
            "Evaluating invariant Inv failed.",
            "@!@!@STARTMSG 2132:0 @!@!@",
            "The first argument of Assert evaluated to FALSE",
            "@!@!@ENDMSG 2132 @!@!@",
            "@!@!@ENDMSG 2111 @!@!@",
            "printed by the spec: @!@!@STARTMSG 2217:4 @!@!@",
            "\u001b[31m1: <Initial predicate>\u001b[0m",
            "x = 0",
            "@!@!@ENDMSG 2217 @!@!@",
            "@!@!@STARTMSG 2199 @!@!@",
            "1 states generated, 1 distinct states found, 0 states left on queue.",
            "@!@!@ENDMSG 2199 @!@!@");

    private final List<ToolMessage> messages = new ArrayList<>();

    private ToolOutput read(String text) {
        ToolOutput output = new ToolOutput(messages::add);
        text.lines().forEach(output::line);
        output.end();
        return output;
    }

    @Test
    void hands_on_an_inner_message_before_the_one_around_it_to_which_its_text_belongs() {
        read(RECORDED);
        assertThat(messages).extracting(ToolMessage::code).containsExactly(2187, 2132, 2111, 2217, 2199);
        assertThat(messages.get(2))
                .isEqualTo(new ToolMessage(
                        2111, 1, "Evaluating invariant Inv failed.\nThe first argument of Assert evaluated to FALSE"));
    }

    @Test
    void keeps_text_outside_of_messages_also_on_the_line_where_one_begins() {
        assertThat(read(RECORDED).unframed()).isEqualTo("TLC2 TLC Server Version 2.18\nprinted by the spec: ");
    }

    @Test
    void reads_a_message_that_begins_in_the_line_of_another() {
        read(
                "@!@!@STARTMSG 1000:1 @!@!@\ncause: @!@!@STARTMSG 5001:0 @!@!@\ninner\n@!@!@ENDMSG 5001 @!@!@\nmore\n@!@!@ENDMSG 1000 @!@!@");
        assertThat(messages)
                .containsExactly(new ToolMessage(5001, 0, "inner"), new ToolMessage(1000, 1, "cause: \ninner\nmore"));
    }

    @Test
    void reads_through_colours() {
        read(RECORDED);
        assertThat(messages.get(3).text()).isEqualTo("1: <Initial predicate>\nx = 0");
    }

    @Test
    void ends_what_a_truncated_output_leaves_open() {
        read("@!@!@STARTMSG 2111:1 @!@!@\nouter\n@!@!@STARTMSG 2132:0 @!@!@\ninner");
        assertThat(messages)
                .containsExactly(new ToolMessage(2132, 0, "inner"), new ToolMessage(2111, 1, "outer\ninner"));
    }

    @Test
    void overlooks_the_end_of_a_message_that_never_began() {
        assertThat(read("@!@!@ENDMSG 2111 @!@!@\ntext").unframed()).isEqualTo("text");
        assertThat(messages).isEmpty();
    }

    @Test
    void ends_inner_messages_with_the_one_around_them() {
        read("@!@!@STARTMSG 2111:1 @!@!@\n@!@!@STARTMSG 2132:0 @!@!@\ninner\n@!@!@ENDMSG 2111 @!@!@\nafter");
        assertThat(messages).extracting(ToolMessage::code).containsExactly(2132, 2111);
    }

    @Property(tries = 500, seed = "1")
    void any_piece_of_an_output_is_read_and_judged(
            @ForAll @IntRange(max = 700) int from, @ForAll @IntRange(max = 700) int length) {
        int begin = Math.min(from, RECORDED.length());
        String piece = RECORDED.substring(begin, Math.min(begin + length, RECORDED.length()));
        assertThatCode(() -> judge(piece)).doesNotThrowAnyException();
    }

    @Property(tries = 500, seed = "2")
    void any_line_breaks_in_an_output_are_read_and_judged(
            @ForAll @Size(max = 8) List<@IntRange(max = 700) Integer> breaks) {
        StringBuilder broken = new StringBuilder(RECORDED);
        breaks.forEach(at -> broken.insert(Math.min(at, broken.length()), '\n'));
        assertThatCode(() -> judge(broken.toString())).doesNotThrowAnyException();
    }

    private static void judge(String text) {
        List<ToolMessage> read = new ArrayList<>();
        ToolOutput output = new ToolOutput(read::add);
        text.lines().forEach(output::line);
        output.end();
        TlcRun run = new TlcRun(0, read, output.unframed(), Optional.empty(), List.of());
        new Verdict(run, new Mode.BreadthFirst(), "M.cfg", List.of(), List.of()).outcome();
    }
}
