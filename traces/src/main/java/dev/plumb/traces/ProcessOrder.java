package dev.plumb.traces;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.plumb.traces.TraceHeader.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sorts the events of a trace by run and process, and tells which must come before which. */
final class ProcessOrder {
    private final List<RecordedFile> files;
    private final TraceHeader header;
    private final Ignored ignored;
    private final boolean hasTimes;
    private final Map<String, ProcessLog> logs = new LinkedHashMap<>();

    ProcessOrder(List<RecordedFile> files, TraceHeader header, Ignored ignored) {
        this.files = files;
        this.header = header;
        this.ignored = ignored;
        this.hasTimes = allEvents().allMatch(event -> event.time().isPresent());
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
        Map<String, List<Slice>> runs = new LinkedHashMap<>();
        allEvents().forEach(event -> runs.putIfAbsent(run(event), new ArrayList<>()));
        for (ProcessLog log : logs.values()) {
            IntStream.range(0, precedence.kept(log))
                    .filter(i -> !ignored.leaveOut(log.event(i)))
                    .boxed()
                    .collect(groupingBy(i -> run(log.event(i)), TreeMap::new, toList()))
                    .forEach((name, places) -> runs.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(new Slice(log, places, precedence)));
        }
        return runs.entrySet().stream()
                .filter(run -> !run.getValue().isEmpty())
                .map(run -> new Trace.Run(run.getKey(), parts(run.getValue(), precedence)))
                .toList();
    }

    private Stream<Event> allEvents() {
        return files.stream().flatMap(file -> file.events().stream());
    }

    private static String run(Event event) {
        return event.run().orElse("");
    }

    private void collect(RecordedFile file) {
        boolean isNameUnique =
                files.stream().filter(other -> other.name().equals(file.name())).count() == 1;
        String ofFile = isNameUnique ? file.name() : file.path();
        for (Event event : file.events()) {
            logs.computeIfAbsent(event.process().orElse(ofFile), ProcessLog::new)
                    .add(event, file);
        }
    }

    private void sort(ProcessLog log) {
        if (log.files().size() > 1) {
            sortFiles(log);
        } else if (isByTheTimesAlone()) {
            log.sortByTime();
        }
        if (header.order() == Order.INTERVALS) {
            log.checkIntervals();
        } else if (header.order() == Order.LAMPORT) {
            log.checkScalarClock();
        }
        if (log.hasClocks()) {
            log.readClocks(header.sparseClocks());
        }
    }

    private void sortFiles(ProcessLog log) {
        if (hasTimes) {
            log.sortByTime();
        } else if (header.order() != Order.FILE && log.hasClocks()) {
            log.sortByOwn();
        } else {
            throw TraceProblems.processIsInSeveralFiles(log.process(), log.files());
        }
    }

    /** As in files of the 2024 tools, whose lines need not stand in their order and have no vector clocks. */
    private boolean isByTheTimesAlone() {
        return hasTimes && header.order() == Order.CLOCKS;
    }

    private Precedence precedence(List<String> warnings) {
        if (header.order() == Order.FILE) {
            return new Precedence.ByLine();
        }
        boolean isTorn = files.stream().anyMatch(RecordedFile::isTorn);
        return hasTimes ? new Precedence.ByTime() : new VectorClocks(logs, header.sparseClocks(), isTorn, warnings);
    }

    /** The events of one process in one run: their places in the process's log, and their keys. */
    private static final class Slice {
        final ProcessLog log;
        final int[] places;
        final long[] keys;

        Slice(ProcessLog log, List<Integer> places, Precedence precedence) {
            this.log = log;
            this.places = places.stream().mapToInt(i -> i).toArray();
            this.keys = places.stream().mapToLong(i -> precedence.key(log, i)).toArray();
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

    private static List<Trace.Part> parts(List<Slice> slices, Precedence precedence) {
        List<Trace.Part> parts = new ArrayList<>();
        for (Slice slice : slices) {
            List<Event> events =
                    IntStream.of(slice.places).mapToObj(slice.log::event).toList();
            List<int[]> needs = IntStream.range(0, events.size())
                    .mapToObj(i -> needs(slices, slice, i, precedence))
                    .toList();
            parts.add(new Trace.Part(slice.log.process(), events, needs));
        }
        Contradiction.check(parts);
        return List.copyOf(parts);
    }

    private static int[] needs(List<Slice> slices, Slice of, int event, Precedence precedence) {
        return slices.stream()
                .mapToInt(other ->
                        other == of ? event : other.within(precedence.bound(of.log, of.places[event], other.log)))
                .toArray();
    }
}
