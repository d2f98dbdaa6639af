package dev.plumb.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.Test;

class CoresTest {
    private final SessionData build = new DefaultSessionData();
    private final AtomicInteger used = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private void work(int cores) {
        Cores.with(build, cores, () -> {
            int now = used.addAndGet(cores == 0 ? Cores.ALL : cores);
            most.accumulateAndGet(now, Math::max);
            Thread.yield();
            return used.addAndGet(cores == 0 ? -Cores.ALL : -cores);
        });
    }

    @Test
    void goals_of_one_build_never_use_more_than_there_are_together() {
        CompletableFuture.allOf(IntStream.range(0, 200)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> work(i % 2)))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(most).hasValue(Cores.ALL);
        assertThat(used).hasValue(0);
    }

    @Test
    void more_than_there_are_is_all_and_another_build_has_its_own() {
        int answer = Cores.with(build, Cores.ALL + 7, () -> Cores.with(new DefaultSessionData(), 0, () -> 42));
        assertThat(answer).isEqualTo(42);
    }
}
