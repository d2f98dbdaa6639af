package dev.plumb.core;

import dev.plumb.core.LocatedJson.Kind;
import dev.plumb.traces.Nearest;
import dev.plumb.traces.Source;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads a manifest strictly, for an expectation that is misspelt is one that nobody checks. Keys that we do not know are
 * fine among those of tlaplus/Examples, where others may have added them, unless they look like one of those; under
 * {@code plumb} they are not.
 */
final class ManifestReader {
    static final String PLUMB = "plumb";
    static final String MODULES = "modules";
    static final String MODELS = "models";
    static final String PATH = "path";

    static final String EXHAUSTIVE = "exhaustive search";
    static final String SYMBOLIC = "symbolic";

    private static final String MODE = "mode";
    static final String SIMULATE = "simulate";
    static final String GENERATE = "generate";
    private static final String WORKERS = "workers";
    private static final String TIER = "tier";
    private static final String BUDGET = "budget";

    private static final List<String> OF_MODEL = List.of(
            PATH,
            "runtime",
            MODE,
            Manifest.RESULT,
            Manifest.DISTINCT,
            Manifest.GENERATED,
            Manifest.DEPTH,
            WORKERS,
            PLUMB);
    private static final List<String> OF_PLUMB = List.of(
            Manifest.PROPERTY,
            TIER,
            Manifest.DISTINCT,
            Manifest.GENERATED,
            Manifest.DEPTH,
            Manifest.MUST_FIRE,
            Manifest.REACHABLE,
            Manifest.TRACE_LENGTH,
            Manifest.TRACE_ENDS_IN,
            BUDGET);
    private static final List<String> RESULTS = List.of(
            "success", "safety failure", "liveness failure", "deadlock failure", "assumption failure", "unknown");
    private static final List<String> MODES = List.of(EXHAUSTIVE, SIMULATE, GENERATE, SYMBOLIC);
    private static final List<String> TRACE_ENDS = List.of("stutter", "lasso", "deadlock");
    private static final List<String> OF_BUDGET = List.of("time", "states", "memory");
    /** Keys of tlaplus/Examples, old and new, that nothing is checked against. */
    private static final List<String> OTHERS = List.of("title", "sources", "authors", "tags", "features", "proof");

    private static final String OBJECTS = "an array of objects";
    /** Short words are all like each other. */
    private static final int LETTERS_MIN = 5;

    private static final Pattern TIME = Pattern.compile("(\\d\\d):([0-5]\\d):([0-5]\\d)");
    private static final Pattern MEMORY = Pattern.compile("[1-9]\\d{0,8}[mg]");

    private final Path file;
    private final Path folder;

    ManifestReader(Path file) {
        this.file = file;
        this.folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    /** Files of this name are for other things too; what makes it ours is that it lists modules. */
    Manifest read() {
        return read(LocatedJson.read(file));
    }

    /** The same of a text that is not yet in the file. */
    Manifest read(LocatedJson root) {
        refuseMisspelt(root, List.of(MODULES));
        Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
        for (LocatedJson module : array(root, MODULES)) {
            refuseMisspelt(expect(module, MODULES, Kind.OBJECT, OBJECTS), List.of(PATH, MODELS));
            for (LocatedJson model : array(module, MODELS)) {
                refuseMisspelt(expect(model, MODELS, Kind.OBJECT, OBJECTS), OF_MODEL);
                entries.put(file(model, ".cfg"), new Manifest.Entry(file(module, ".tla"), expectation(model)));
            }
        }
        return new Manifest(folder, entries);
    }

    private Expectation expectation(LocatedJson model) {
        LocatedJson ours = member(model, PLUMB, Kind.OBJECT, "an object").orElseGet(() -> LocatedJson.absent(model));
        ours.members().forEach((key, value) -> {
            if (!OF_PLUMB.contains(key)) {
                throw CoreProblems.unknownManifestKey(value.place(), key, OF_PLUMB);
            }
        });
        Map<String, Source> places = new HashMap<>(Map.of("", model.place()));
        model.members().forEach((key, value) -> places.put(key, value.place()));
        ours.members().forEach((key, value) -> places.put(key, value.place()));
        return new Expectation(
                word(model, Manifest.RESULT, RESULTS).orElse("success"),
                mode(model),
                string(ours, Manifest.PROPERTY),
                word(ours, TIER, List.of("pr", "nightly")).orElse("pr"),
                count(model, ours, Manifest.DISTINCT),
                count(model, ours, Manifest.GENERATED),
                count(model, ours, Manifest.DEPTH),
                strings(ours, Manifest.MUST_FIRE),
                strings(ours, Manifest.REACHABLE),
                band(ours, Manifest.TRACE_LENGTH),
                word(ours, Manifest.TRACE_ENDS_IN, TRACE_ENDS)
                        .map(end -> TraceEnd.valueOf(end.toUpperCase(Locale.ROOT))),
                member(ours, BUDGET, Kind.OBJECT, "an object").map(this::budget).orElse(Budget.NONE),
                workers(model),
                places);
    }

    /** Other tools may have words there. */
    private static int workers(LocatedJson model) {
        return model.member(WORKERS)
                .map(LocatedJson::text)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** {@code {"simulate": {"traceCount": 100}}} is a mode too. */
    private static String mode(LocatedJson model) {
        Optional<LocatedJson> simulate = model.member(MODE).flatMap(mode -> mode.member(SIMULATE));
        return simulate.isPresent() ? SIMULATE : word(model, MODE, MODES).orElse(EXHAUSTIVE);
    }

    /** Exactly as tlaplus/Examples have it, or within a band that stands under {@code plumb}. */
    private static Band count(LocatedJson model, LocatedJson ours, String key) {
        Optional<Band> exact = member(model, key, Kind.INTEGER, "a number").map(n -> Band.exactly(number(n, key)));
        if (exact.isPresent() && ours.member(key).isPresent()) {
            throw CoreProblems.countTwice(ours.member(key).get().place(), key);
        }
        return exact.orElseGet(() -> band(ours, key));
    }

    /** A number, or {@code {"min": 1, "max": 9}} with one of the two at least. */
    private static Band band(LocatedJson ours, String key) {
        Optional<LocatedJson> value = ours.member(key);
        if (value.isEmpty()) {
            return Band.ANY;
        } else if (value.get().kind() == Kind.INTEGER) {
            return Band.exactly(number(value.get(), key));
        }
        LocatedJson ends = value.get();
        Band band = new Band(end(ends, "min"), end(ends, "max"));
        boolean hasOthers = !List.of("min", "max").containsAll(ends.members().keySet());
        if (ends.kind() != Kind.OBJECT || hasOthers || band.isAny() || band.isEmpty()) {
            throw CoreProblems.wrongInManifest(
                    ends.place(), key, "a number, or a band {\"min\": 1, \"max\": 9} with one of the two at least");
        }
        return band;
    }

    private static OptionalLong end(LocatedJson ends, String key) {
        return member(ends, key, Kind.INTEGER, "a number")
                .map(value -> OptionalLong.of(number(value, key)))
                .orElse(OptionalLong.empty());
    }

    private static long number(LocatedJson value, String key) {
        if (!value.text().matches("\\d{1,18}")) {
            throw CoreProblems.wrongInManifest(value.place(), key, "a number of states, 0 or more");
        }
        return Long.parseLong(value.text());
    }

    private Budget budget(LocatedJson budget) {
        budget.members().forEach((key, value) -> {
            if (!OF_BUDGET.contains(key)) {
                throw CoreProblems.unknownManifestKey(value.place(), key, OF_BUDGET);
            }
        });
        Optional<Matcher> time = matching(budget, "time", TIME, "a time like \"00:10:00\"");
        Optional<Matcher> memory = matching(budget, "memory", MEMORY, "a size like \"512m\" or \"4g\"");
        return new Budget(
                time.map(t -> Duration.ofHours(Long.parseLong(t.group(1)))
                        .plusMinutes(Long.parseLong(t.group(2)))
                        .plusSeconds(Long.parseLong(t.group(3)))),
                end(budget, "states"),
                memory.map(Matcher::group));
    }

    private static Optional<Matcher> matching(LocatedJson object, String key, Pattern pattern, String wanted) {
        Optional<LocatedJson> value = member(object, key, Kind.STRING, wanted);
        Optional<Matcher> matcher = value.map(text -> pattern.matcher(text.text()));
        if (matcher.isPresent() && !matcher.get().matches()) {
            throw CoreProblems.wrongInManifest(value.orElseThrow().place(), key, wanted);
        }
        return matcher;
    }

    private static Optional<String> word(LocatedJson object, String key, List<String> known) {
        Optional<String> word = string(object, key);
        if (word.isPresent() && !known.contains(word.get())) {
            throw CoreProblems.unknownManifestWord(
                    object.member(key).orElseThrow().place(), key, word.get(), known);
        }
        return word;
    }

    private static Optional<String> string(LocatedJson object, String key) {
        return member(object, key, Kind.STRING, "a string").map(LocatedJson::text);
    }

    private static List<String> strings(LocatedJson object, String key) {
        return array(object, key).stream()
                .map(element ->
                        expect(element, key, Kind.STRING, "an array of strings").text())
                .toList();
    }

    private static List<LocatedJson> array(LocatedJson object, String key) {
        return member(object, key, Kind.ARRAY, "an array")
                .map(LocatedJson::elements)
                .orElse(List.of());
    }

    private static Optional<LocatedJson> member(LocatedJson object, String key, Kind kind, String wanted) {
        return object.member(key).map(value -> expect(value, key, kind, wanted));
    }

    private static LocatedJson expect(LocatedJson value, String key, Kind kind, String wanted) {
        if (value.kind() != kind) {
            throw CoreProblems.wrongInManifest(value.place(), key, wanted);
        }
        return value;
    }

    private static void refuseMisspelt(LocatedJson object, List<String> known) {
        object.members().forEach((key, value) -> {
            boolean isUnknown = !known.contains(key) && !OTHERS.contains(key);
            if (isUnknown
                    && key.length() >= LETTERS_MIN
                    && Nearest.to(key, known).isPresent()) {
                throw CoreProblems.unknownManifestKey(value.place(), key, known);
            }
        });
    }

    /** Paths are from this folder, or as in tlaplus/Examples from one above: then what they end with is from here. */
    private String file(LocatedJson object, String ending) {
        LocatedJson path = member(object, PATH, Kind.STRING, "a string")
                .orElseThrow(() -> CoreProblems.wrongInManifest(object.place(), PATH, "there, a string"));
        return fromHere(folder, path.text()).orElseThrow(() -> {
            String[] parts = path.text().split("/", -1);
            return CoreProblems.noFileOfManifest(
                    path.place(), path.text(), parts[parts.length - 1], SpecLocator.filesIn(folder, ending));
        });
    }

    static Optional<String> fromHere(Path folder, String path) {
        List<String> parts = List.of(path.split("/", -1));
        return IntStream.range(0, parts.size())
                .mapToObj(from -> String.join("/", parts.subList(from, parts.size())))
                .filter(end -> !end.isEmpty() && isFile(folder, end))
                .findFirst();
    }

    private static boolean isFile(Path folder, String path) {
        try {
            return !path.startsWith("/") && Files.isRegularFile(folder.resolve(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
