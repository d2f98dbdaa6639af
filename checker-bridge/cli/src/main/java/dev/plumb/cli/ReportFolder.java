package dev.plumb.cli;

import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.TraceCheckResult;
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
        return result.counterexample().isPresent()
                ? List.of(write("page.html", HtmlReport.of(result)), write("space-time.svg", svg(SpaceTimeDiagram.svg(result))))
                : List.of();
    }

    /** Writes a result; the files that a person would look at are returned. */
    public List<Path> write(TraceCheckResult result) throws IOException {
        write("result.json", JsonReport.of(result));
        boolean diverges = result.runs().stream().anyMatch(run -> run.divergence().isPresent());
        return diverges
                ? List.of(write("page.html", HtmlReport.of(result)), write("space-time.svg", svg(SpaceTimeDiagram.svg(result))))
                : List.of();
    }

    private static String svg(Optional<String> picture) {
        return picture.orElseThrow();
    }

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(path);
        return Files.writeString(path.resolve(name), text);
    }
}
