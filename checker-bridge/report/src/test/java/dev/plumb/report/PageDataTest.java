package dev.plumb.report;

import static dev.plumb.traces.TlaValue.of;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumb.core.Behaviour;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageDataTest {
    private static final Outcome VIOLATED = new Outcome.Violates("Consistent", PropertyKind.INVARIANT);

    @Test
    void a_step_says_only_what_it_changes_and_values_are_there_once() throws Exception {
        JsonNode page = read(TwoPhase.committedAndAborted());
        assertThat(page.get("variables").toString()).isEqualTo("[\"msgs\",\"rmState\",\"tmPrepared\",\"tmState\"]");
        assertThat(page.at("/steps/0/set").size()).isEqualTo(8);
        assertThat(page.at("/steps/3/set").size()).isEqualTo(2);
        List<String> values = new ArrayList<>();
        page.get("values").forEach(value -> values.add(value.toString()));
        assertThat(values).doesNotHaveDuplicates().contains("\"\\\"committed\\\"\"");
    }

    @Test
    void of_large_values_what_comes_and_goes_is_there_and_the_rest_is_counted() throws Exception {
        TreeSet<TlaValue> set = new TreeSet<>();
        IntStream.range(0, 10_000).forEach(i -> set.add(of(i)));
        BehaviourBuilder builder =
                new BehaviourBuilder("p").with("big", TlaValue.set(set)).initially();
        set.remove(of(7_000));
        set.add(of(20_000));
        JsonNode page =
                read(builder.with("big", TlaValue.set(set)).step("p", "A", 1).build());
        JsonNode before = page.at("/values/" + page.at("/steps/0/set/1").asInt());
        JsonNode after = page.at("/values/" + page.at("/steps/1/set/1").asInt());
        assertThat(elements(page, before)).hasSize(61).contains("\"7000\"").doesNotContain("\"20000\"");
        assertThat(elements(page, after)).hasSize(61).contains("\"20000\"").doesNotContain("\"7000\"");
        assertThat(before.get(1).asInt()).isEqualTo(after.get(1).asInt()).isEqualTo(9_939);
    }

    @Test
    void of_a_value_that_grows_large_nothing_seems_to_go() throws Exception {
        TreeSet<TlaValue> set = new TreeSet<>();
        IntStream.range(0, 200).forEach(i -> set.add(of(i)));
        BehaviourBuilder builder =
                new BehaviourBuilder("p").with("x", TlaValue.set(set)).initially();
        set.add(of(-1));
        JsonNode page =
                read(builder.with("x", TlaValue.set(set)).step("p", "A", 1).build());
        JsonNode before = page.at("/values/" + page.at("/steps/0/set/1").asInt());
        JsonNode after = page.at("/values/" + page.at("/steps/1/set/1").asInt());
        assertThat(elements(page, before)).hasSize(200);
        assertThat(elements(page, after)).hasSize(201).containsAll(elements(page, before));
    }

    @Test
    void a_value_of_small_size_is_there_whole() throws Exception {
        TreeSet<TlaValue> set = new TreeSet<>();
        IntStream.range(0, 200).forEach(i -> set.add(of(i)));
        JsonNode page = read(new BehaviourBuilder("p")
                .with("x", TlaValue.set(set))
                .initially()
                .build());
        assertThat(page.at("/values/200/1").asInt()).isZero();
        assertThat(page.at("/values/200").size()).isEqualTo(202);
    }

    @Test
    void it_is_small_for_thousands_of_steps() {
        assertThat(text(SpaceTimeDiagramTest.counting(4_000, 3).build()).length())
                .isLessThan(300_000);
        assertThat(text(SpaceTimeDiagramTest.counting(30_000, 3).build()))
                .contains("\"first\":20002")
                .hasSizeLessThan(800_000);
    }

    @Test
    void no_value_ends_the_script_that_holds_it() {
        String text = text(new BehaviourBuilder("p")
                .with("x", of("</script><!--"))
                .initially()
                .build());
        assertThat(text).doesNotContain("<").contains("\\u003c/script>\\u003c!--");
    }

    @Test
    void the_cells_that_the_property_read_are_named_by_their_state() throws Exception {
        JsonNode page = read(Stories.violation().counterexample().orElseThrow());
        assertThat(page.get("read").toString()).isEqualTo("{\"8\":[\"rmState[\\\"r1\\\"]\",\"rmState[\\\"r3\\\"]\"]}");
        assertThat(read(TwoPhase.committedAndAborted()).get("read").isEmpty()).isTrue();
    }

    @Test
    void messages_and_incidents_name_their_lanes() throws Exception {
        JsonNode page = read(Stories.crash());
        assertThat(page.at("/messages/0/lostAt").asInt()).isEqualTo(3);
        assertThat(page.at("/messages/0/addressee").asInt()).isZero();
        assertThat(page.get("incidents").toString())
                .isEqualTo("[{\"step\":3,\"lane\":1,\"kind\":\"crash\"},{\"step\":4,\"lane\":2,\"kind\":\"touched\"},"
                        + "{\"step\":5,\"lane\":1,\"kind\":\"restart\"}]");
    }

    private static List<String> elements(JsonNode page, JsonNode set) {
        return IntStream.range(2, set.size())
                .mapToObj(i -> page.at("/values/" + set.get(i).asInt()).toString())
                .toList();
    }

    private static JsonNode read(Behaviour behaviour) throws Exception {
        return new ObjectMapper().readTree(text(behaviour));
    }

    private static String text(Behaviour behaviour) {
        return PageData.of(behaviour, VIOLATED, 0);
    }
}
