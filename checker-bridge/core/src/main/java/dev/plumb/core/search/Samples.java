package dev.plumb.core.search;

import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Some of what a search tries, spread over all of it: as much of rare actions as of frequent ones. */
final class Samples {
    /** Of each action. */
    private static final int MAX = 64;

    private final Map<Optional<String>, Sample> byAction = new LinkedHashMap<>();

    private static final class Sample {
        private final List<Tried> kept = new ArrayList<>();
        private long offered;
        private long stride = 1;

        void offer(SpecState from, Event event) {
            if (offered++ % stride == 0) {
                kept.add(new Tried(from, event));
                if (kept.size() > MAX) {
                    thin();
                }
            }
        }

        private void thin() {
            for (int i = kept.size() - 1; i > 0; i -= 2) {
                kept.remove(i - 1);
            }
            stride *= 2;
        }
    }

    void offer(SpecState from, Event event) {
        byAction.computeIfAbsent(event.action(), action -> new Sample()).offer(from, event);
    }

    List<Tried> all() {
        List<Tried> all = new ArrayList<>();
        byAction.values().forEach(sample -> all.addAll(sample.kept));
        return all;
    }
}
