package dev.plumb.simulation.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class VisitedTest {
    private static final int STATES = 200_000;

    @Test
    void knows_what_was_added_and_by_whom_first() {
        Visited visited = new Visited();
        Map<Long, Long> model = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < STATES; i++) {
            long print = Fingerprints.of(random.nextInt(STATES / 2));
            visited.startRound();
            assertThat(visited.add(print, i + 1)).isEqualTo(model.putIfAbsent(print, i + 1L) == null);
        }
        assertThat(visited.size()).isEqualTo(model.size());
        model.forEach((print, parent) -> assertThat(visited.parent(print)).isEqualTo(parent));
        assertThatThrownBy(() -> visited.parent(7)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keeps_the_least_predecessor_of_a_round() {
        Visited visited = new Visited();
        visited.add(5, 30);
        visited.add(5, -10); // a big one: fingerprints have no sign
        assertThat(visited.parent(5)).isEqualTo(30);
        visited.add(5, 20);
        assertThat(visited.parent(5)).isEqualTo(20);
        visited.startRound();
        visited.add(5, 10);
        assertThat(visited.parent(5)).isEqualTo(20);
    }

    @Test
    void takes_less_than_48_bytes_a_state_however_many_there_are() {
        Visited visited = new Visited();
        for (int i = 0; i < STATES; i++) {
            visited.add(Fingerprints.of(i), Visited.NONE);
            if (i > 20_000 && i % 97 == 0) {
                assertThat(visited.bytes() / (double) visited.size()).isLessThan(48);
            }
        }
    }

    @Test
    void takes_each_state_once_from_several_threads_and_keeps_the_least_predecessor() throws Exception {
        Visited visited = new Visited();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            int thread = i;
            work.add(() -> addAll(visited, thread));
        }
        int added = 0;
        for (Future<Integer> each : threads.invokeAll(work)) {
            added += each.get();
        }
        threads.shutdown();
        assertThat(added).isEqualTo(STATES);
        for (int i = 0; i < STATES; i++) {
            assertThat(visited.parent(Fingerprints.of(i))).isEqualTo(1);
        }
    }

    private static int addAll(Visited visited, int parent) {
        int added = 0;
        for (int i = 0; i < STATES; i++) {
            added += visited.add(Fingerprints.of(i), parent) ? 1 : 0;
        }
        return added;
    }
}
