package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        assertThat(PlainJson.read(bytes(line))).isNotNull().isEqualTo(Json.parseAny(bytes(line), LINE));
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
        assertThat(PlainJson.read(bytes(line))).isNull();
    }

    @Test
    void leaves_what_is_nested_deeply_to_a_parser_that_has_a_limit() {
        assertThat(PlainJson.read(bytes("[".repeat(99) + "]".repeat(99)))).isNotNull();
        assertThat(PlainJson.read(bytes("[".repeat(100_000) + "]".repeat(100_000))))
                .isNull();
    }

    @Property
    void reads_nothing_otherwise_than_a_parser_for_all_of_json(@ForAll("nearlyJson") String line) throws IOException {
        Json plain = PlainJson.read(bytes(line));
        if (plain != null) {
            assertThat(plain).isEqualTo(Json.parseAny(bytes(line), LINE));
        }
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
