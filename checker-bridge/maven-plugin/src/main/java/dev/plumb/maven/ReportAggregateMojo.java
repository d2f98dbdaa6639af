package dev.plumb.maven;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;

/** The same for all modules of a build together. */
@Mojo(name = "report-aggregate", aggregator = true, threadSafe = true)
public final class ReportAggregateMojo extends ReportMojo {
    @Override
    Stream<Path> resultFolders() {
        return session.getProjects().stream()
                .map(module -> Path.of(module.getBuild().getDirectory(), "plumb-reports"));
    }
}
