package dev.plumb.core;

import dev.plumb.kernel.Kernel;
import dev.plumb.kernel.SpecSource;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Specs that stay loaded for the next check. Loading takes longer than checking a short trace; and one that is loaded is
 * for one thread at a time, so there are as many of the same as threads that check at once.
 */
public final class LoadedSpecs implements AutoCloseable {
    /** How many are kept while nobody uses them. */
    private static final int KEPT = 8;

    private final TlcJar jar;
    private final int keptMax;
    private final Map<SpecSource, Deque<LoadedSpec>> idle = new HashMap<>();
    private int kept;

    public LoadedSpecs(TlcJar jar) {
        this(jar, KEPT);
    }

    private LoadedSpecs(TlcJar jar, int keptMax) {
        this.jar = jar;
        this.keptMax = keptMax;
    }

    /** Specs that are closed after each use. */
    static LoadedSpecs once(TlcJar jar) {
        return new LoadedSpecs(jar, 0);
    }

    /** Does something with a spec that nobody else uses meanwhile. */
    void use(SpecSource source, Consumer<LoadedSpec> work) {
        LoadedSpec known = take(source);
        LoadedSpec spec = known == null ? Kernel.load(source, jar) : known;
        try {
            work.accept(spec);
        } catch (RuntimeException | Error e) {
            spec.close();
            throw e;
        }
        giveBack(source, spec);
    }

    private synchronized @Nullable LoadedSpec take(SpecSource source) {
        Deque<LoadedSpec> same = idle.get(source);
        LoadedSpec spec = same == null ? null : same.poll();
        kept -= spec == null ? 0 : 1;
        return spec;
    }

    private synchronized void giveBack(SpecSource source, LoadedSpec spec) {
        if (kept == keptMax) {
            spec.close();
        } else {
            kept++;
            idle.computeIfAbsent(source, key -> new ArrayDeque<>()).push(spec);
        }
    }

    @Override
    public synchronized void close() {
        idle.values().forEach(same -> same.forEach(LoadedSpec::close));
        idle.clear();
        kept = 0;
    }
}
