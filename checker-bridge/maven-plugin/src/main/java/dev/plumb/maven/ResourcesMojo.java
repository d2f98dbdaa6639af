package dev.plumb.maven;

import dev.plumb.traces.Problem;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Packs src/main/tla into the jar, where projects that depend on it find its modules: below META-INF/tla. */
@Mojo(name = "resources", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class ResourcesMojo extends AbstractMojo {
    /** The folder to pack. */
    @Parameter(property = "plumb.sourceDirectory", defaultValue = "${project.basedir}/src/main/tla")
    File sourceDirectory;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    File outputDirectory;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            TlaFiles.mirror(sourceDirectory.toPath(), outputDirectory.toPath().resolve(TlaFiles.IN_JAR));
        } catch (Problem problem) {
            throw new MojoExecutionException(problem.text());
        }
    }
}
