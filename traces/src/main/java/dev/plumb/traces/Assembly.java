package dev.plumb.traces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts traces together from their files: those whose headers name the same trace are parts of one. */
final class Assembly {
    /** More files than these are not all named. */
    private static final int NAMES_MAX = 3;

    private Assembly() {}

    static Trace trace(List<RecordedFile> group, SortedMap<String, TlaValue> constants, ReadOptions options) {
        List<RecordedFile> files =
                group.stream().sorted(Comparator.comparing(RecordedFile::path)).toList();
        TraceHeader header = header(files, constants).ignoring(options.ignore());
        String name = header.trace()
                .orElseGet(() -> name(files.stream().map(RecordedFile::path).toList()));
        List<String> warnings = new ArrayList<>();
        files.forEach(file -> warnings.addAll(file.warnings()));
        Ignored ignored = new Ignored(header);
        List<Trace.Run> runs = new ProcessOrder(files, header, ignored).runs(warnings);
        if (runs.isEmpty() && !options.allowEmpty()) {
            throw ignored.nothingLeft(name);
        }
        return new Trace(name, header, runs, List.copyOf(warnings), ignored.counts());
    }

    static String name(List<String> files) {
        String first = String.join(" + ", files.stream().limit(NAMES_MAX).toList());
        return files.size() > NAMES_MAX ? first + " and " + (files.size() - NAMES_MAX) + " more" : first;
    }

    /** The header of one file, together with constants that were given apart from it. */
    static TraceHeader withConstants(TraceHeader header, SortedMap<String, TlaValue> given, Source source) {
        SortedMap<String, TlaValue> constants = new TreeMap<>(given);
        header.constants().forEach((name, value) -> Constants.add(constants, name, value, source));
        return header.withConstants(constants);
    }

    /** The header of all files: they may leave things to each other and must not contradict. */
    private static TraceHeader header(List<RecordedFile> files, SortedMap<String, TlaValue> given) {
        SortedMap<String, TlaValue> constants = new TreeMap<>(given);
        TraceHeader merged = null;
        for (RecordedFile file : files) {
            TraceHeader header = file.header().orElse(TraceHeader.NONE);
            Source source = new Source(file.path(), 1);
            header.constants().forEach((name, value) -> Constants.add(constants, name, value, source));
            merged = merged == null ? header : merged(merged, header, source);
        }
        TraceHeader all = merged == null ? TraceHeader.NONE : merged;
        return all.withConstants(constants);
    }

    private static TraceHeader merged(TraceHeader a, TraceHeader b, Source source) {
        if (a.spec().isPresent() && b.spec().isPresent()) {
            checkSame("spec", a.spec().get(), b.spec().get(), source);
        }
        checkSame("order", a.order(), b.order(), source);
        checkSame("clock", a.sparseClocks(), b.sparseClocks(), source);
        SortedMap<String, Observation> init = new TreeMap<>(a.init());
        b.init().forEach((name, seen) -> checkSame("init." + name, init.getOrDefault(name, seen), seen, source));
        init.putAll(b.init());
        return a.withSpec(a.spec().or(b::spec)).withInit(init).ignoring(b.ignore());
    }

    private static void checkSame(String key, Object known, Object here, Source source) {
        if (!known.equals(here)) {
            throw TraceProblems.headersDisagree(source, key);
        }
    }
}
