package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Observation.Content;
import dev.plumb.traces.Observation.Part;
import dev.plumb.traces.Observation.Whole;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static TlaValue value(String text) {
        return TlaText.parse(text);
    }

    private static Observation whole(String text) {
        return new Whole(value(text));
    }

    private static Observation part(String key, Observation entry) {
        return new Part(new TreeMap<>(Map.of(key, entry)));
    }

    private static List<TlaValue> list(String... texts) {
        return Arrays.stream(texts).map(TlaText::parse).toList();
    }

    private static Content has(String... texts) {
        return new Content(
                Optional.of(list(texts)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Content hasNot(String... texts) {
        return new Content(
                Optional.empty(),
                Optional.of(list(texts)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Content changed(List<TlaValue> added, List<TlaValue> removed) {
        return new Content(
                Optional.empty(),
                Optional.empty(),
                Optional.of(added),
                Optional.of(removed),
                Optional.empty(),
                Optional.empty());
    }

    private static Content appended(String... texts) {
        return new Content(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(list(texts)),
                Optional.empty());
    }

    private static Content length(int length) {
        return new Content(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(length));
    }

    private static List<Difference> differences(Observation seen, String after) {
        return seen.differences("v", Optional.empty(), value(after));
    }

    private static List<Difference> differences(Observation seen, String before, String after) {
        return seen.differences("v", Optional.of(value(before)), value(after));
    }

    private static List<Difference> one(String path, String observed, String actual) {
        return List.of(new Difference(path, observed, actual));
    }

    @Property(tries = 200, seed = "42")
    void a_whole_value_matches_itself_and_is_determined(@ForAll("values") TlaValue value) {
        assertThat(new Whole(value).differences("v", Optional.empty(), value)).isEmpty();
        assertThat(new Whole(value).determined(TlaValue.of(0))).contains(value);
    }

    @Property(tries = 200, seed = "42")
    void another_value_differs_whatever_its_kind(@ForAll("values") TlaValue a, @ForAll("values") TlaValue b) {
        assertThat(new Whole(a).differences("v", Optional.empty(), b).isEmpty()).isEqualTo(a.equals(b));
    }

    @Property(tries = 500, seed = "42")
    void no_observation_and_value_are_an_error(
            @ForAll("observations") Observation seen, @ForAll("values") TlaValue a, @ForAll("values") TlaValue b) {
        seen.differences("v", Optional.of(a), b);
        Optional<TlaValue> determined = seen.determined(a);
        if (seen instanceof Content c
                && c.has().isEmpty()
                && c.hasNot().isEmpty()
                && c.length().isEmpty()) {
            determined.ifPresent(
                    v -> assertThat(seen.differences("v", Optional.of(a), v)).isEmpty());
        }
    }

    @Provide
    Arbitrary<TlaValue> values() {
        return Values.any();
    }

    @Provide
    Arbitrary<Observation> observations() {
        return Values.observations();
    }

    @Test
    void values_of_other_kinds_differ_as_a_whole() {
        assertThat(differences(whole("{1}"), "1")).isEqualTo(one("v", "{1}", "1"));
    }

    @Test
    void functions_with_the_same_domain_differ_at_single_indices() {
        assertThat(differences(whole("<<1, 2, 3>>"), "<<1, 0, 3>>")).isEqualTo(one("v[2]", "2", "0"));
        assertThat(differences(whole("<<1>>"), "<<1, 2>>")).isEqualTo(one("v", "<<1>>", "<<1, 2>>"));
    }

    @Test
    void a_part_leaves_the_other_indices_free() {
        Observation seen = part("r1", part("x", whole("1")));
        assertThat(differences(seen, "(r1 :> [x |-> 1, y |-> 2] @@ r2 :> 3)")).isEmpty();
        assertThat(differences(seen, "(r1 :> [x |-> 0, y |-> 2] @@ r2 :> 3)")).isEqualTo(one("v[r1].x", "1", "0"));
        assertThat(differences(seen, "[r1 |-> [x |-> 0]]")).isEqualTo(one("v[\"r1\"].x", "1", "0"));
        assertThat(seen.determined(value("<<>>"))).isEmpty();
    }

    @Test
    void a_key_is_the_text_of_an_index_however_it_is_spaced() {
        assertThat(differences(part("<<1,2>>", whole("3")), "(<<1, 2>> :> 3)")).isEmpty();
        assertThat(differences(part("2", whole("8")), "<<7, 8>>")).isEmpty();
        assertThat(differences(part("rm-0", whole("8")), "(\"rm-0\" :> 8)")).isEmpty();
        assertThat(differences(part("TRUE", whole("8")), "(TRUE :> 8)")).isEmpty();
    }

    @Test
    void a_key_that_no_index_has_is_a_difference_that_tells_the_domain() {
        assertThat(differences(part("r3", has("1")), "(r1 :> {} @@ r2 :> {})"))
                .isEqualTo(one("v[r3]", "has 1", "no such index; the domain is {r1, r2}"));
    }

    @Test
    void a_key_that_two_indices_have_is_a_problem() {
        assertThatThrownBy(() -> differences(part("1", whole("8")), "(1 :> 8 @@ \"1\" :> 9)"))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.code()).isEqualTo("PLUMB-T21");
                    assertThat(p.what()).contains("The key 1 names two indices: \"1\" and 1.");
                });
    }

    @Test
    void a_part_of_what_has_no_indices_is_a_difference() {
        assertThat(differences(part("r1", whole("8")), "{1}"))
                .isEqualTo(one("v", "at r1: 8", "{1}, which has no indices"));
    }

    @Test
    void elements_are_looked_for_in_sets_sequences_and_bags() {
        assertThat(differences(has("1"), "{1, 2}")).isEmpty();
        assertThat(differences(has("1", "3"), "{1, 2}")).isEqualTo(one("v", "has 3", "{1, 2}"));
        assertThat(differences(has("7"), "<<5, 7>>")).isEmpty();
        assertThat(differences(has("2"), "<<5, 7>>")).isEqualTo(one("v", "has 2", "<<5, 7>>"));
        assertThat(differences(has("\"a\""), "[a |-> 2]")).isEmpty();
        assertThat(differences(hasNot("\"a\""), "[a |-> 2]")).isEqualTo(one("v", "has not \"a\"", "[a |-> 2]"));
        assertThat(differences(hasNot("1"), "5")).isEqualTo(one("v", "has not 1", "5: not a set, bag or sequence"));
    }

    @Test
    void a_length_is_that_of_a_sequence_or_set() {
        assertThat(differences(length(2), "<<1, 1>>")).isEmpty();
        assertThat(differences(length(2), "{1, 1}")).isEqualTo(one("v", "length 2", "length 1 of {1}"));
        assertThat(differences(length(2), "r1")).isEqualTo(one("v", "length 2", "r1: not a set or sequence"));
    }

    @Test
    void what_was_added_and_removed_determines_a_set() {
        Observation seen = changed(list("3"), list("1"));
        assertThat(seen.determined(value("{1, 2}"))).contains(value("{2, 3}"));
        assertThat(differences(seen, "{1, 2}", "{2, 3}")).isEmpty();
        assertThat(differences(seen, "{1, 2}", "{2, 3, 4}")).isEqualTo(one("v", "{2, 3}", "{2, 3, 4}"));
    }

    @Test
    void what_was_added_and_removed_determines_a_bag_without_zero_counts() {
        Observation seen = changed(list("m", "m"), list("n"));
        assertThat(seen.determined(value("(m :> 1 @@ n :> 1)"))).contains(value("(m :> 3)"));
        assertThat(seen.determined(value("<<>>"))).contains(value("(m :> 2)"));
        assertThat(differences(seen, "<<>>", "(m :> 3)")).isEqualTo(one("v[m]", "2", "3"));
    }

    @Test
    void what_was_appended_determines_a_sequence() {
        assertThat(appended("3").determined(value("<<1>>"))).contains(value("<<1, 3>>"));
        assertThat(differences(appended("3"), "<<1>>", "<<1, 3>>")).isEmpty();
        assertThat(differences(appended("3"), "<<1>>", "<<3>>")).isEqualTo(one("v", "<<1, 3>>", "<<3>>"));
    }

    @Test
    void a_change_of_what_cannot_change_so_is_a_difference() {
        assertThat(appended("3").determined(value("{1}"))).isEmpty();
        assertThat(differences(appended("3"), "{1}", "{1, 3}"))
                .isEqualTo(one("v", "appended 3", "{1} before the step: not a sequence"));
        assertThat(differences(changed(list("3"), list()), "5", "6"))
                .isEqualTo(one("v", "added 3; removed nothing", "5 before the step: not a set or bag"));
    }

    @Test
    void a_change_of_an_index_that_was_not_there_is_a_difference() {
        assertThat(differences(part("r1", appended("3")), "<<>>", "(r1 :> <<3>>)"))
                .isEqualTo(one("v[r1]", "appended 3", "no value before the step that this could be relative to"));
    }

    @Test
    void a_change_in_a_part_is_relative_to_the_part() {
        assertThat(differences(part("r1", appended("3")), "(r1 :> <<1>>)", "(r1 :> <<1, 3>>)"))
                .isEmpty();
        assertThat(differences(part("r1", appended("3")), "(r1 :> <<1>>)", "(r1 :> <<1>>)"))
                .isEqualTo(one("v[r1]", "<<1, 3>>", "<<1>>"));
    }

    @Test
    void strings_become_model_values_in_values_and_not_in_keys() {
        Observation mapped = part("r1", has("\"r1\"")).mapStrings(s -> s.equals(TlaValue.of("r1")) ? value("r1") : s);
        assertThat(mapped).isEqualTo(part("r1", has("r1")));
    }
}
