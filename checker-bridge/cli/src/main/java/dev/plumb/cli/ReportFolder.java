package dev.plumb.cli;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Comparison;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.report.CallsDiagram;
import dev.plumb.report.CallsResult;
import dev.plumb.report.HtmlReport;
import dev.plumb.report.JsonReport;
import dev.plumb.report.SpaceTimeDiagram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Where a result is left: as JSON always, as a page and a picture where there is a behaviour to see. */
public record ReportFolder(Path path) {
    static final String RESULT = "result.json";

    private static final AtomicLong HALVES = new AtomicLong();

    private static final String PAGE = "page.html";
    private static final String PICTURE = "space-time.svg";

    /** File systems take no names above 255 bytes. */
    private static final int NAME_MAX = 120;

    /**
     * The folder of one result, which is there from then on.
     *
     * @param name of a model or a trace: others chose it, so it may hold what is no file name, or be a path
     * @throws dev.plumb.traces.Problem if it cannot be made
     */
    public static ReportFolder in(Path out, String name) {
        Path folder = out.resolve(fileName(name));
        try {
            Files.createDirectories(folder);
            return new ReportFolder(folder);
        } catch (IOException e) {
            throw CliProblems.cannotWrite(folder, e.getClass().getSimpleName());
        }
    }

    /** What the folder of a model is named after. */
    static String nameOf(String label) {
        return label.replaceAll("\\.(cfg|tla)$", "");
    }

    /** What the folder of a result of that name is called: the end of a path tells more than its beginning. */
    public static String fileName(String name) {
        String clean = name.replaceAll("[^\\w.-]", "_").replaceAll("^[.]+", "_");
        return clean.substring(Math.max(0, clean.length() - NAME_MAX));
    }

    /** Writes a result; the files that a person would look at are returned. */
    public List<Path> write(ModelCheckResult result, Comparison comparison) {
        write(RESULT, JsonReport.of(result, comparison));
        Optional<String> picture = SpaceTimeDiagram.svg(result);
        return picture.isPresent() ? show(HtmlReport.of(result), picture.get()) : showNothing();
    }

    /** Writes a result; the files that a person would look at are returned. */
    public List<Path> write(TraceCheckResult result) {
        write(RESULT, JsonReport.of(result));
        Optional<RunResult> diverging = result.runs().stream()
                .filter(run -> run.divergence().isPresent())
                .findFirst();
        if (diverging.isEmpty()) {
            return showNothing();
        }
        Behaviour behaviour = diverging.get().behaviour().orElseThrow();
        return show(
                HtmlReport.of(result),
                SpaceTimeDiagram.svg(behaviour, diverging.get().outcome()));
    }

    /** Writes a result; the files that a person would look at are returned. */
    public List<Path> write(CallsResult result) {
        write(RESULT, JsonReport.of(result));
        return List.of(write(PAGE, HtmlReport.of(result)), write("calls.svg", CallsDiagram.svg(result)));
    }

    /** What a result has left, by file name. */
    SortedMap<String, String> contents() {
        SortedMap<String, String> contents = new TreeMap<>();
        try {
            for (String name : List.of(RESULT, PAGE, PICTURE)) {
                if (Files.exists(path.resolve(name))) {
                    contents.put(name, Files.readString(path.resolve(name)));
                }
            }
            return contents;
        } catch (IOException e) {
            throw CliProblems.cannotWrite(path, String.valueOf(e.getMessage()));
        }
    }

    /** Leaves what a result has left before. */
    void restore(SortedMap<String, String> contents) {
        showNothing();
        contents.forEach(this::write);
    }

    private List<Path> show(String page, String picture) {
        return List.of(write(PAGE, page), write(PICTURE, picture));
    }

    /** What an earlier run has left would tell of a fault that is no more. */
    private List<Path> showNothing() {
        try {
            Files.deleteIfExists(path.resolve(PAGE));
            Files.deleteIfExists(path.resolve(PICTURE));
            return List.of();
        } catch (IOException e) {
            throw CliProblems.cannotWrite(path, String.valueOf(e.getMessage()));
        }
    }

    /** A reader never finds half a file, not even where two checks of one model write at the same time. */
    private Path write(String name, String text) {
        Path file = path.resolve(name);
        try {
            Files.createDirectories(path);
            Path half = path.resolve(name + "." + ProcessHandle.current().pid() + "." + HALVES.incrementAndGet());
            Files.writeString(half, text);
            return Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw CliProblems.cannotWrite(path, String.valueOf(e.getMessage()));
        }
    }
}
