package dev.plumb.traces;

import dev.plumb.traces.RecordedFile.Line;
import dev.plumb.traces.TraceHeader.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sorts the events of a trace by run and process, and tells which must come before which. */
final class ProcessOrder {
    private final List<RecordedFile> files;
    private final TraceHeader header;
    private final Map<String, ProcessLog> logs = new LinkedHashMap<>();

    ProcessOrder(List<RecordedFile> files, TraceHeader header) {
        this.files = files;
        this.header = header;
    }

    /**
     * The runs in order of first appearance.
     *
     * @param warnings to which is added what is left out
     */
    List<Trace.Run> runs(List<String> warnings) {
        files.forEach(this::collect);
        logs.values().forEach(this::sort);
        Precedence precedence = precedence(warnings);
        return files.stream()
                .flatMap(file -> file.lines().stream())
                .map(line -> run(line.event()))
                .distinct()
                .map(name -> run(name, precedence))
                .filter(run -> run.events() > 0)
                .toList();
    }

    private static String run(Event event) {
        return event.run().orElse("");
    }

    private void collect(RecordedFile file) {
        boolean isNameUnique =
                files.stream().filter(other -> other.name().equals(file.name())).count() == 1;
        String ofFile = isNameUnique ? file.name() : file.path();
        for (Line line : file.lines()) {
            logs.computeIfAbsent(line.event().process().orElse(ofFile), ProcessLog::new)
                    .add(line, file);
        }
    }

    private void sort(ProcessLog log) {
        if (log.files().size() > 1) {
            if (header.order() == Order.FILE || !log.hasClocks()) {
                throw TraceProblems.processIsInSeveralFiles(log.process(), log.files());
            }
            log.sortByOwn();
        } else if (hasTimes()) {
            log.sortByTime();
        }
        if (log.hasClocks()) {
            log.readClocks(header.sparseClocks());
        }
    }

    private boolean hasTimes() {
        return files.stream().flatMap(file -> file.lines().stream()).allMatch(line -> line.time()
                .isPresent());
    }

    private Precedence precedence(List<String> warnings) {
        if (header.order() == Order.FILE) {
            return new Precedence.ByLine();
        }
        return hasTimes() ? new Precedence.ByTime() : new VectorClocks(logs, header.sparseClocks(), warnings);
    }

    /** The events of one process in one run: their places in the process's log, and their keys. */
    private static final class Slice {
        final ProcessLog log;
        final int[] places;
        final long[] keys;

        Slice(ProcessLog log, String run, Precedence precedence) {
            this.log = log;
            places = IntStream.range(0, precedence.kept(log))
                    .filter(i -> run(log.event(i)).equals(run))
                    .toArray();
            keys = IntStream.of(places).mapToLong(i -> precedence.key(log, i)).toArray();
        }

        /** How many events have a key that is at most {@code bound}. */
        int within(long bound) {
            int low = 0;
            int high = keys.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (keys[middle] <= bound) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private Trace.Run run(String name, Precedence precedence) {
        List<Slice> slices = logs.values().stream()
                .map(log -> new Slice(log, name, precedence))
                .filter(slice -> slice.places.length > 0)
                .toList();
        List<Trace.Part> parts = new ArrayList<>();
        for (Slice slice : slices) {
            ProcessLog log = slice.log;
            List<int[]> needs = IntStream.range(0, slice.places.length)
                    .mapToObj(i -> needs(slices, slice, i, precedence))
                    .toList();
            List<Event> events = IntStream.of(slice.places).mapToObj(log::event).toList();
            parts.add(new Trace.Part(log.process(), events, needs));
        }
        Contradiction.check(parts);
        return new Trace.Run(name, List.copyOf(parts));
    }

    private static int[] needs(List<Slice> slices, Slice of, int event, Precedence precedence) {
        return slices.stream()
                .mapToInt(other ->
                        other == of ? event : other.within(precedence.bound(of.log, of.places[event], other.log)))
                .toArray();
    }
}
