package dev.plumb.cli;

import dev.plumb.core.Comparison;
import dev.plumb.core.Difference;
import dev.plumb.core.ModelCheck;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Reachability;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.report.Checked;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Makes checks, or finds that their results are known, and says what is to be told of them. */
final class Checker {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final CommonOptions options;
    private final Printer printer;
    private final TlcPool pool;
    private final ResultCache cache;
    private final Progress progress;
    private final Function<CheckJob, String> command;
    private final boolean several;
    private final String program;
    private final SourceFiles sources = new SourceFiles();

    /** What came of a check, and what is printed of it. */
    record Told(Checked checked, String text) {}

    /**
     * One for all jobs of a command.
     *
     * @param command that makes one of the checks again
     * @param several whether those that come out as expected are told in brief
     */
    Checker(
            CommonOptions options,
            Printer printer,
            TlcPool pool,
            ResultCache cache,
            Progress progress,
            Function<CheckJob, String> command,
            boolean several) {
        this.options = options;
        this.printer = printer;
        this.pool = pool;
        this.cache = cache;
        this.progress = progress;
        this.command = command;
        this.several = several;
        this.program = CacheKey.ofProgram(pool.jar());
    }

    Told check(CheckJob job) {
        ReportFolder folder = ReportFolder.in(options.out(), job.fileName());
        Optional<String> key = CacheKey.of(program, job.model(), job.options(), asked(job));
        Optional<ResultCache.Entry> known = key.flatMap(cache::find);
        if (known.isPresent()) {
            folder.restore(known.get().files());
            return new Told(folder.read(), known(known.get()));
        }
        progress.start(job);
        try {
            return check(job, folder, key);
        } finally {
            progress.end(job);
        }
    }

    private Told check(CheckJob job, ReportFolder folder, Optional<String> key) {
        ModelCheckResult result = new ModelCheck(job.model(), pool, folder.path(), job.options())
                .check(command.apply(job), counts -> progress.show(job, counts));
        List<Difference> unreached = new Reachability(job.model(), pool, job.options()).differences(result);
        Comparison comparison = Comparison.of(job.model(), result, unreached);
        Checked checked = new Checked.OfModel(result, comparison, sources.of(job.model()));
        List<String> remarks = new ArrayList<>();
        folder.write(checked).forEach(file -> remarks.add("see " + file));
        remarks.addAll(Remarks.of(comparison));
        String text = printer.text(checked, remarks, several && comparison.isExpected());
        if (CacheKey.isFinal(result, job.options())) {
            key.ifPresent(k -> cache.put(
                    k,
                    new ResultCache.Entry(
                            comparison.exitCode(),
                            text,
                            folder.contents(),
                            Instant.now().truncatedTo(ChronoUnit.SECONDS))));
        }
        return new Told(checked, text);
    }

    /** Where Plumb was called, and how. */
    private List<String> asked(CheckJob job) {
        return List.of(
                Path.of("").toAbsolutePath().toString(),
                options.out().toString(),
                command.apply(job),
                job.name(),
                "json " + options.json() + ", colours " + options.colours() + ", several " + several);
    }

    private String known(ResultCache.Entry entry) {
        if (options.json()) {
            int end = entry.text().lastIndexOf('}');
            return entry.text().substring(0, end) + ",\"knownSince\":\"" + entry.since() + "\"}\n";
        }
        return entry.text().stripTrailing() + "\n  known since " + MINUTE.format(entry.since())
                + ", and nothing has changed (--cache off checks again)\n\n";
    }
}
