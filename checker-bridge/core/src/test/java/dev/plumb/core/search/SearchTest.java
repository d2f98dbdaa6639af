package dev.plumb.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Event;
import dev.plumb.traces.Trace.Part;
import dev.plumb.traces.Trace.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    /** Every letter counts one up. */
    private static final FakeSpec COUNTING = new FakeSpec((state, action) -> List.of(state + 1));
    /** Only the next letter of the alphabet is enabled. */
    private static final FakeSpec ALPHABET =
            new FakeSpec((state, action) -> action.charAt(0) == 'a' + state ? List.of(state + 1) : List.of());

    private static Search.Result search(FakeSpec spec, Run run) {
        return search(spec, run, FakeSpec.states(0)).result();
    }

    private static Search search(FakeSpec spec, Run run, List<SpecState> initial) {
        Search search = new Search(spec, run.parts().size(), initial, Silent.NONE);
        search.search(run);
        return search;
    }

    private static List<String> path(Search.Result result) {
        return result.ends().get(0).path().stream()
                .skip(1)
                .map(Node::event)
                .map(event -> event.action().orElseThrow())
                .toList();
    }

    @Test
    void visits_the_common_end_of_events_that_commute_once() {
        Search.Result result = search(COUNTING, FakeSpec.run("aaa", "bbb"));
        assertThat(result.ends()).isNotEmpty();
        assertThat(result.states()).as("the cuts of 3 x 3 events").isEqualTo(16);
    }

    @Test
    void finds_the_only_order_that_fits() {
        assertThat(path(search(ALPHABET, FakeSpec.run("bdf", "ace")))).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void rejects_where_no_order_fits_and_knows_how_far_it_came() {
        Search.Result result = search(ALPHABET, FakeSpec.run("bda", "ace"));
        assertThat(result.ends()).isEmpty();
        assertThat(result.deepest()).singleElement().satisfies(node -> {
            assertThat(node.consumed()).isEqualTo(5);
            assertThat(FakeSpec.number(node)).isEqualTo(5);
        });
    }

    @Test
    void respects_what_must_come_before() {
        Run free = FakeSpec.run("b", "a");
        assertThat(search(ALPHABET, free).ends()).isNotEmpty();
        free.parts().get(1).needs().set(0, new int[] {1, 0});
        Search search = search(ALPHABET, free, FakeSpec.states(0));
        assertThat(search.result().ends()).isEmpty();
        assertThat(search.ready(search.result().deepest().get(0)))
                .extracting(event -> event.action().orElse(""))
                .containsExactly("b");
    }

    @Test
    void ends_where_each_event_waits_for_another() {
        Run cyclic = FakeSpec.run("ab", "cd");
        cyclic.parts().get(0).needs().set(1, new int[] {0, 2});
        cyclic.parts().get(1).needs().set(1, new int[] {2, 0});
        Search search = search(COUNTING, cyclic, FakeSpec.states(0));
        assertThat(search.result().ends()).isEmpty();
        Node stuck = search.result().deepest().get(0);
        assertThat(search.ready(stuck)).isEmpty();
        assertThat(search.unconsumed(stuck)).extracting(Event::source).hasToString("[p0:2, p1:2]");
    }

    @Test
    void begins_in_every_initial_state() {
        List<SpecState> initial = FakeSpec.states(7, 1, 0);
        assertThat(search(ALPHABET, FakeSpec.run("bc"), initial).result().ends())
                .map(FakeSpec::number)
                .containsExactly(3);
        assertThat(search(ALPHABET, FakeSpec.run("bd"), initial).result().ends())
                .isEmpty();
    }

    @Test
    void goes_depth_first_where_layers_are_wide() {
        AtomicInteger asked = new AtomicInteger();
        FakeSpec wide = new FakeSpec((state, action) -> {
            asked.incrementAndGet();
            return IntStream.range(0, 1_000)
                    .map(i -> 1_000 + (state * 31 + i) % 5_000)
                    .boxed()
                    .toList();
        });
        assertThat(search(wide, FakeSpec.run("a".repeat(50))).ends()).isNotEmpty();
        assertThat(asked.get())
                .as("a way to the end, not all of 5,000 states a layer")
                .isLessThan(100);
    }

    @Test
    void rejects_a_wide_search_only_after_all_of_it_and_keeps_few_of_its_nodes() {
        FakeSpec wide = new FakeSpec((state, action) ->
                action.equals("z") ? List.of() : IntStream.range(0, 400).boxed().toList());
        Search.Result result = search(wide, FakeSpec.run("aaaz"));
        assertThat(result.ends()).isEmpty();
        assertThat(result.states()).isEqualTo(1 + 3 * 400);
        assertThat(result.deepestFound()).isEqualTo(400);
        assertThat(result.deepest()).hasSizeLessThan(20).allSatisfy(n -> assertThat(n.consumed())
                .isEqualTo(3));
    }

    @Test
    void remembers_a_window_of_a_long_path() {
        Search.Result result = search(COUNTING, FakeSpec.run("a".repeat(5_000)));
        assertThat(FakeSpec.number(result.ends().get(0))).isEqualTo(5_000);
        assertThat(result.ends().get(0).path()).hasSizeBetween(1_000, 2_001);
        assertThat(result.states()).isEqualTo(5_001);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 400})
    void knows_with_each_event_whether_there_is_still_a_way(int width) {
        FakeSpec spec = new FakeSpec((state, action) -> action.equals("z")
                ? List.of()
                : IntStream.range(0, width).boxed().toList());
        List<Event> events =
                FakeSpec.run("a".repeat(3_000) + "z").parts().get(0).events();
        Search search = new Search(spec, 1, FakeSpec.states(0), Silent.NONE);
        for (Event event : events.subList(width == 1 ? 0 : 2_980, 3_001)) {
            search.add(0, event, new int[] {0});
            assertThat(search.advance()).isEqualTo(event != events.get(3_000));
        }
        assertThat(search.result().ends()).isEmpty();
        assertThat(search.result().deepest().get(0).consumed()).isEqualTo(search.events() - 1);
    }

    @Test
    void tells_which_candidates_could_not_be_evaluated() {
        assertThat(search(COUNTING, FakeSpec.run("a!")).errors()).containsExactly("cannot evaluate in 1");
        assertThat(search(COUNTING, FakeSpec.run("aa")).errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void says_what_the_enumeration_of_all_orders_and_steps_says(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        int tries = 500;
        for (int i = 0; i < tries; i++) {
            FakeSpec.Transitions transitions = transitions(random);
            Run run = run(random);
            boolean expected = BruteForce.accepts(transitions, run);
            accepted += expected ? 1 : 0;
            assertThat(!search(new FakeSpec(transitions), run).ends().isEmpty())
                    .as("seed %d, try %d", seed, i)
                    .isEqualTo(expected);
        }
        assertThat(accepted).as("both verdicts are frequent").isBetween(tries / 5, tries * 4 / 5);
    }

    @Test
    void a_guess_that_comes_to_nothing_takes_along_what_it_broke() {
        FakeSpec guessing = new FakeSpec((state, action) -> switch (action) {
            case "a" -> List.of(1, 2);
            case "b" -> state == 1 ? List.of(3) : List.of();
            default -> List.of(state);
        });
        assertThat(broken(search(guessing.breaking(state -> state == 2), FakeSpec.run("ab"))))
                .containsExactly(0L);
        assertThat(broken(search(guessing.breaking(state -> state == 1), FakeSpec.run("ab"))))
                .containsExactly(1L);
        assertThat(broken(search(guessing.breaking(state -> state == 1), FakeSpec.run("ac"))))
                .containsExactly(0L, 1L);
    }

    @Test
    void ends_at_once_where_each_way_has_broken_a_claim_and_remembers_which_state_did() {
        FakeSpec spec = new FakeSpec((state, action) -> List.of(state + 1)).breaking(state -> state == 3);
        Search search = new Search(spec, 1, FakeSpec.states(0), Silent.NONE);
        FakeSpec.run("aa").parts().get(0).events().forEach(event -> search.add(0, event, new int[] {0}));
        assertThat(search.advance()).isTrue();
        search.add(0, FakeSpec.run("a").parts().get(0).events().get(0), new int[] {0});
        assertThat(search.advance()).isFalse();
        assertThat(search.result().ends().get(0).breach(0).consumed()).isEqualTo(3);
    }

    /** Of its two ways one has broken the claim, and ends after more events than are remembered of the path. */
    @Test
    void remembers_which_state_broke_a_claim_however_long_ago() {
        FakeSpec spec = new FakeSpec((state, action) -> switch (action) {
                    case "a" -> List.of(1, 2);
                    case "b" -> state == 1 ? List.of(1) : List.of();
                    default -> List.of(state);
                })
                .breaking(state -> state == 1);
        Search.Result result = search(spec, FakeSpec.run("a" + "c".repeat(5_000) + "b"));
        assertThat(result.ends().get(0).breach(0).consumed()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 700})
    void looks_for_a_way_without_a_broken_claim_before_it_blames_anything(int width) {
        FakeSpec.Transitions all =
                (state, action) -> IntStream.rangeClosed(1, width).boxed().toList();
        Run run = FakeSpec.run("aaa");
        Search.Result clean = search(new FakeSpec(all).breaking(state -> state > 1), run);
        assertThat(clean.ends().get(0).broken()).isZero();
        Search.Result none = search(new FakeSpec(all).breaking(state -> state > 0), run);
        assertThat(none.isAll()).isTrue();
        assertThat(broken(none)).containsExactly(1L);
    }

    private static Set<Long> broken(Search.Result result) {
        return result.ends().stream().map(Node::broken).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void blames_what_the_enumeration_of_all_ways_blames(long seed) {
        Random random = new Random(seed);
        Set<Set<Long>> verdicts = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            FakeSpec.Transitions transitions = transitions(random);
            int bad = random.nextInt(4);
            Run run = run(random);
            Search.Result result = search(new FakeSpec(transitions).breaking(state -> state == bad), run);
            Set<Long> expected = BruteForce.broken(transitions, run, bad);
            verdicts.add(expected);
            if (expected.contains(0L)) {
                assertThat(broken(result)).as("seed %d, try %d", seed, i).isEqualTo(expected);
            } else {
                assertThat(broken(result))
                        .as("seed %d, try %d", seed, i)
                        .containsAll(expected)
                        .doesNotContain(0L);
            }
        }
        assertThat(verdicts).as("all, some, none and divergence are there").hasSize(4);
    }

    /** Four states, three actions; one in three of the transitions is there. */
    private static FakeSpec.Transitions transitions(Random random) {
        boolean[] there = new boolean[4 * 3 * 4];
        for (int i = 0; i < there.length; i++) {
            there[i] = random.nextInt(100) < 30;
        }
        return (state, action) -> IntStream.range(0, 4)
                .filter(to -> there[(state * 3 + action.charAt(0) - 'a') * 4 + to])
                .boxed()
                .toList();
    }

    /** Up to three parts of up to three events, some of which wait for some of another part that came before them. */
    private static Run run(Random random) {
        String[] letters = new String[1 + random.nextInt(3)];
        for (int part = 0; part < letters.length; part++) {
            StringBuilder word = new StringBuilder();
            int length = 1 + random.nextInt(3);
            for (int i = 0; i < length; i++) {
                word.append((char) ('a' + random.nextInt(3)));
            }
            letters[part] = word.toString();
        }
        Run run = FakeSpec.run(letters);
        addNeeds(run.parts(), random);
        return run;
    }

    /** Walks in a random order through all events; each may wait for any number of those that came before it. */
    private static void addNeeds(List<Part> parts, Random random) {
        int[] cut = new int[parts.size()];
        int events = parts.stream().mapToInt(part -> part.events().size()).sum();
        for (int i = 0; i < events; i++) {
            int part;
            do {
                part = random.nextInt(cut.length);
            } while (cut[part] == parts.get(part).events().size());
            int[] needs = parts.get(part).needs().get(cut[part]);
            for (int other = 0; other < cut.length; other++) {
                needs[other] = random.nextBoolean() ? 0 : random.nextInt(cut[other] + 1);
            }
            cut[part]++;
        }
    }

    /** The specification of the search: every linear extension, and every way through the states along it. */
    private static final class BruteForce {
        static boolean accepts(FakeSpec.Transitions transitions, Run run) {
            List<List<String>> orders = new ArrayList<>();
            extend(run.parts(), new int[run.parts().size()], new ArrayList<>(), orders);
            return orders.stream().anyMatch(order -> isPath(transitions, order));
        }

        /** For each way through all events, whether it comes by the bad state. */
        static Set<Long> broken(FakeSpec.Transitions transitions, Run run, int bad) {
            List<List<String>> orders = new ArrayList<>();
            extend(run.parts(), new int[run.parts().size()], new ArrayList<>(), orders);
            Set<Long> broken = new HashSet<>();
            orders.forEach(order -> walk(transitions, order, 0, bad == 0, bad, broken));
            return broken;
        }

        private static void walk(
                FakeSpec.Transitions transitions,
                List<String> order,
                int state,
                boolean isBroken,
                int bad,
                Set<Long> broken) {
            if (order.isEmpty()) {
                broken.add(isBroken ? 1L : 0L);
                return;
            }
            for (int next : transitions.after(state, order.get(0))) {
                walk(transitions, order.subList(1, order.size()), next, isBroken || next == bad, bad, broken);
            }
        }

        private static void extend(List<Part> parts, int[] cut, List<String> order, List<List<String>> orders) {
            boolean atEnd = true;
            for (int part = 0; part < cut.length; part++) {
                if (cut[part] < parts.get(part).events().size()) {
                    atEnd = false;
                    if (isDue(parts.get(part).needs().get(cut[part]), cut)) {
                        order.add(
                                parts.get(part).events().get(cut[part]).action().orElseThrow());
                        cut[part]++;
                        extend(parts, cut, order, orders);
                        cut[part]--;
                        order.remove(order.size() - 1);
                    }
                }
            }
            if (atEnd) {
                orders.add(List.copyOf(order));
            }
        }

        private static boolean isDue(int[] needs, int[] cut) {
            return IntStream.range(0, cut.length).allMatch(i -> needs[i] <= cut[i]);
        }

        private static boolean isPath(FakeSpec.Transitions transitions, List<String> order) {
            Set<Integer> states = new HashSet<>(Set.of(0));
            for (String action : order) {
                Set<Integer> next = new HashSet<>();
                states.forEach(state -> next.addAll(transitions.after(state, action)));
                states = next;
            }
            return !states.isEmpty();
        }
    }
}
