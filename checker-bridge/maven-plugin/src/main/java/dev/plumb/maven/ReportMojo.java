package dev.plumb.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Puts all results of the build together: pages, an index of them, a summary, JUnit XML and SARIF. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.SITE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public class ReportMojo extends PlumbMojo {
    private static final Pattern RESULT = Pattern.compile("result\\.json");

    /** Where it goes. */
    @Parameter(property = "plumb.reportOutputDirectory", defaultValue = "${project.reporting.outputDirectory}/plumb")
    File reportOutputDirectory;

    @Override
    boolean isTest() {
        return false;
    }

    @Override
    Optional<List<String>> command() {
        List<String> results = resultFolders()
                .filter(folder -> !TlaFiles.below(folder, RESULT).isEmpty())
                .map(this::shown)
                .toList();
        if (results.isEmpty()) {
            getLog().info("There are no results: nothing was checked yet.");
            return Optional.empty();
        }
        Stream<String> written = Stream.of("--write", shown(reportOutputDirectory.toPath()));
        return Optional.of(Stream.of(Stream.of("show"), results.stream(), written)
                .flatMap(words -> words)
                .toList());
    }

    /** Where results may be. */
    Stream<Path> resultFolders() {
        return Stream.of(reportsDirectory.toPath());
    }
}
