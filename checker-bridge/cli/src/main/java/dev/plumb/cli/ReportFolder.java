package dev.plumb.cli;

import dev.plumb.core.Behaviour;
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
import java.util.List;
import java.util.Optional;

/** Where a result is left: as JSON always, as a page and a picture where there is a behaviour to see. */
public record ReportFolder(Path path) {
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

    /** The end of a path tells more than its beginning. */
    static String fileName(String name) {
        String clean = name.replaceAll("[^\\w.-]", "_").replaceAll("^[.]+", "_");
        return clean.substring(Math.max(0, clean.length() - NAME_MAX));
    }

    /** Writes a result; the files that a person would look at are returned. */
    public List<Path> write(ModelCheckResult result) throws IOException {
        write("result.json", JsonReport.of(result));
        Optional<String> picture = SpaceTimeDiagram.svg(result);
        return picture.isPresent() ? show(HtmlReport.of(result), picture.get()) : showNothing();
    }

    /** Writes a result; the files that a person would look at are returned. */
    public List<Path> write(TraceCheckResult result) throws IOException {
        write("result.json", JsonReport.of(result));
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
    public List<Path> write(CallsResult result) throws IOException {
        write("result.json", JsonReport.of(result));
        return List.of(write(PAGE, HtmlReport.of(result)), write("calls.svg", CallsDiagram.svg(result)));
    }

    private List<Path> show(String page, String picture) throws IOException {
        return List.of(write(PAGE, page), write(PICTURE, picture));
    }

    /** What an earlier run has left would tell of a fault that is no more. */
    private List<Path> showNothing() throws IOException {
        Files.deleteIfExists(path.resolve(PAGE));
        Files.deleteIfExists(path.resolve(PICTURE));
        return List.of();
    }

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(path);
        return Files.writeString(path.resolve(name), text);
    }
}
