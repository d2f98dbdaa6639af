package dev.plumb.core;

import dev.plumb.core.Translation.Status;
import dev.plumb.core.tlc.PlusCalProcess;
import dev.plumb.core.tlc.PlusCalProcess.PlusCalRun;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates PlusCal to TLA+, with the translator that TLC brings. */
public final class Translator {
    /** As the translator finds it: also where a comment only speaks of one. */
    private static final Pattern ALGORITHM = Pattern.compile("--(?:fair\\s+)?algorithm\\b");

    private static final Pattern ERROR = Pattern.compile(
            "Unrecoverable error:\\s*-- (.*?)\\s*(?:at\\s+)?line (\\d+), column (\\d+)", Pattern.DOTALL);
    private static final Pattern UNPLACED_ERROR = Pattern.compile("Unrecoverable error:\\s*-- (.*)", Pattern.DOTALL);

    private final TlcJar jar;

    public Translator(TlcJar jar) {
        this.jar = jar;
    }

    /**
     * Says whether the translation that stands in a module is that of its algorithm. The module is not touched.
     *
     * @throws Problem if the module cannot be read, or the translator not be started
     */
    public Translation check(Path module) {
        TextFile file = TextFile.read(module);
        return hasAlgorithm(file) ? compare(file, run(file)) : noAlgorithm(module);
    }

    /**
     * Writes the translation into a module where it {@link Status#differs} from what stands there, and touches nothing
     * else of it.
     *
     * @return what stood there before
     * @throws Problem if the module cannot be read or written, or the translator not be started
     */
    public Translation translate(Path module) {
        TextFile file = TextFile.read(module);
        if (!hasAlgorithm(file)) {
            return noAlgorithm(module);
        }
        PlusCalRun run = run(file);
        Translation before = compare(file, run);
        if (before.status().differs()) {
            file.with(run.lines()).write();
        }
        return before;
    }

    private static boolean hasAlgorithm(TextFile file) {
        return ALGORITHM.matcher(file.text()).find();
    }

    private static Translation noAlgorithm(Path module) {
        return new Translation(module, Status.NO_ALGORITHM, Optional.empty());
    }

    private static Translation compare(TextFile file, PlusCalRun run) {
        Path module = file.path();
        if (!run.translated()) {
            return new Translation(module, Status.UNTRANSLATABLE, Optional.of(untranslatable(module, run.output())));
        }
        TranslatedLines found = TranslatedLines.of(file.text().lines().toList());
        if (found.isEmpty()) {
            Problem missing = CoreProblems.noTranslation(placeOfAlgorithm(file));
            return new Translation(module, Status.MISSING, Optional.of(missing));
        }
        Optional<Problem> stale = found.firstDifference(TranslatedLines.of(run.lines()))
                .map(difference -> CoreProblems.staleTranslation(
                        new Source(module.toString(), difference.line()), difference.expected()));
        return new Translation(module, stale.isPresent() ? Status.STALE : Status.UP_TO_DATE, stale);
    }

    private static Source placeOfAlgorithm(TextFile file) {
        Matcher algorithm = ALGORITHM.matcher(file.text());
        String before = algorithm.find() ? file.text().substring(0, algorithm.end()) : "";
        return new Source(file.path().toString(), (int) before.lines().count());
    }

    private PlusCalRun run(TextFile file) {
        try {
            return new PlusCalProcess(jar).run(file.text(), file.charset());
        } catch (IOException e) {
            throw CoreProblems.cannotStart("the translator of PlusCal", e.getMessage());
        }
    }

    private static Problem untranslatable(Path module, String output) {
        Matcher placed = ERROR.matcher(output);
        if (placed.find()) {
            int line = Integer.parseInt(placed.group(2));
            Source place = new Source(module.toString(), line, Integer.parseInt(placed.group(3)));
            return CoreProblems.untranslatable(place, placed.group(1));
        }
        Matcher unplaced = UNPLACED_ERROR.matcher(output);
        return CoreProblems.untranslatable(
                new Source(module.toString(), 0), unplaced.find() ? unplaced.group(1) : output);
    }
}
