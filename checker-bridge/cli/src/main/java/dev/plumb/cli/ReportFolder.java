package dev.plumb.cli;

import dev.plumb.core.Behaviour;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.RunResult;
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

    /** Writes a result; the files that a person would look at are returned. */
    public List<Path> write(ModelCheckResult result) throws IOException {
        write("result.json", JsonReport.of(result));
        Optional<String> picture = SpaceTimeDiagram.svg(result);
        return picture.isPresent() ? show(HtmlReport.of(result), picture.get()) : List.of();
    }

    /** Writes a result; the files that a person would look at are returned. */
    public List<Path> write(TraceCheckResult result) throws IOException {
        write("result.json", JsonReport.of(result));
        Optional<RunResult> diverging = result.runs().stream()
                .filter(run -> run.divergence().isPresent())
                .findFirst();
        if (diverging.isEmpty()) {
            return List.of();
        }
        Behaviour behaviour = diverging.get().behaviour().orElseThrow();
        return show(
                HtmlReport.of(result),
                SpaceTimeDiagram.svg(behaviour, diverging.get().outcome()));
    }

    private List<Path> show(String page, String picture) throws IOException {
        return List.of(write("page.html", page), write("space-time.svg", picture));
    }

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(path);
        return Files.writeString(path.resolve(name), text);
    }
}
