package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read the short way is what would have been read the long way. */
class PlainJsonTest {
    private static final Source LINE = new Source("a.ndjson", 1);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void reads_the_lines_of_which_traces_consist() throws IOException {
        String line = "{\"action\": \"Ask\",\"state\":{\"net\":[[],[{\"time\":10,\"ok\":true}],[false, 0]],\"s\":{}}}";
        assertThat(PlainJson.read(bytes(line), new Repeats())).isNotNull().isEqualTo(Json.parse(bytes(line), LINE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "[1,]",
                "{\"a\"}",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":1}",
                "01",
                "-1",
                "1.5",
                "1e3",
                "1x",
                "[1.5]",
                "12345678901",
                "\"a",
                "\"\\n\"",
                "\"\t\"",
                "\"é\"",
                "tru",
                "falsey",
                "null",
                "1 2",
                "[1] ",
                "\uFEFF1"
            })
    void leaves_to_others_what_is_not_plain(String line) {
        assertThat(PlainJson.read(bytes(line), new Repeats())).isNull();
    }

    @Test
    void leaves_what_is_nested_deeply_to_a_parser_that_has_a_limit() {
        assertThat(PlainJson.read(bytes("[".repeat(99) + "]".repeat(99)), new Repeats()))
                .isNotNull();
        assertThat(PlainJson.read(bytes("[".repeat(100_000) + "]".repeat(100_000)), new Repeats()))
                .isNull();
    }

    @Property
    void reads_nothing_otherwise_than_a_parser_for_all_of_json(@ForAll("nearlyJson") String line) throws IOException {
        Json plain = PlainJson.read(bytes(line), new Repeats());
        if (plain != null) {
            assertThat(plain).isEqualTo(Json.parse(bytes(line), LINE));
        }
    }

    @Property(tries = 300)
    void reads_a_line_after_others_as_if_it_stood_alone(@ForAll("similarLines") List<String> lines) throws IOException {
        Repeats repeats = new Repeats();
        for (String line : lines) {
            Json plain = PlainJson.read(bytes(line), repeats);
            if (plain != null) {
                assertThat(plain).isEqualTo(Json.parse(bytes(line), LINE));
            }
        }
    }

    @Test
    void what_is_written_in_the_same_place_again_is_the_same_value() {
        Repeats repeats = new Repeats();
        Json.Obj first = (Json.Obj) PlainJson.read(bytes("{\"a\":{\"q\":[[1],[2]]},\"b\":[3]}"), repeats);
        Json.Obj second = (Json.Obj) PlainJson.read(bytes("{\"a\":{\"q\":[[1],[2]]},\"b\":[33]}"), repeats);

        assertThat(second.fields().get("a")).isSameAs(first.fields().get("a"));
        assertThat(second.fields().get("b")).isNotEqualTo(first.fields().get("b"));
    }

    @Test
    void what_remains_of_a_queue_is_the_same_value() {
        Repeats repeats = new Repeats();
        Json.Arr before = (Json.Arr) PlainJson.read(bytes("[[1],[2],[3]]"), repeats);
        Json.Arr after = (Json.Arr) PlainJson.read(bytes("[[2],[3]]"), repeats);

        assertThat(after.items().get(0)).isSameAs(before.items().get(1));
        assertThat(after.items().get(1)).isSameAs(before.items().get(2));
    }

    /** Lines of the same shape, of which parts differ. */
    @Provide
    Arbitrary<List<String>> similarLines() {
        Arbitrary<String> queue =
                Arbitraries.of("[]", "[[1],[2]]", "[[2]]", "[[2], [3]]", "[{\"k\":1}]", "[{\"k\":12}]", "[1");
        return Combinators.combine(queue, queue, Arbitraries.integers().between(0, 12))
                .as((q, r, n) -> "{\"s\":{\"q\":" + q + ",\"r\":[" + r + "," + n + "]}}")
                .list()
                .ofMaxSize(8);
    }

    /** JSON, in which one character may have been changed. */
    @Provide
    Arbitrary<String> nearlyJson() {
        Arbitrary<String> slip =
                Arbitraries.strings().withChars("{}[]\",:.-+0e1t \\\u00e9").ofMaxLength(1);
        return Combinators.combine(json(3), slip, Arbitraries.integers().between(0, 1_000), Arbitraries.of(true, false))
                .as((text, character, at, isRight) -> isRight || text.isEmpty()
                        ? text
                        : text.substring(0, at % text.length()) + character + text.substring(at % text.length() + 1));
    }

    private static Arbitrary<String> json(int depth) {
        Arbitrary<String> text = Arbitraries.strings().ascii().ofMaxLength(4).map(TlaText::quote);
        Arbitrary<String> atom = Arbitraries.oneOf(
                text,
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.of("0", "7", "2147483647", "true", "false", "null", "1.0", "-0"));
        if (depth == 0) {
            return atom;
        }
        Arbitrary<String> inner = json(depth - 1);
        return Arbitraries.oneOf(
                atom,
                inner.list().ofMaxSize(4).map(items -> "[" + String.join(", ", items) + "]"),
                Combinators.combine(text, inner)
                        .as((key, value) -> key + ":" + value)
                        .list()
                        .ofMaxSize(3)
                        .map(fields -> "{" + String.join(",", fields) + "}"));
    }
}
