package dev.plumb.maven;

import dev.plumb.traces.Problem;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * A goal that calls the command line: with which Java and which TLC, in which folder, and what becomes of the build if not
 * all is as expected.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class PlumbMojo extends AbstractMojo {
    /** What the JVM is told by the launcher of a clone, which says why. */
    private static final List<String> AS_THE_LAUNCHER_DOES = List.of(
            "-XX:+UseParallelGC",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:MaxRecursiveInlineLevel=0",
            "-XX:MaxInlineLevel=9",
            "-XX:InlineSmallCode=1500",
            "-Dfile.encoding=UTF-8");

    /** A fault of Plumb, a command line that it does not understand, its end, a TLC that fails: the build is broken, not red. */
    private static final Set<Integer> BROKEN = Set.of(1, 2, 130, 143, 152, 153);

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    List<Artifact> pluginArtifacts;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    File buildDirectory;

    /** Does nothing at all. */
    @Parameter(property = "plumb.skip", defaultValue = "false")
    boolean skip;

    /** Skips the goals that check something, as it skips tests. */
    @Parameter(property = "skipTests", defaultValue = "false")
    boolean skipTests;

    @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
    boolean mavenTestSkip;

    /** What is not as expected is told, and the build goes on. */
    @Parameter(property = "maven.test.failure.ignore", defaultValue = "false")
    boolean testFailureIgnore;

    /** A tla2tools.jar to use. Without it that of a dependency of the plugin is used, else the TLC that Plumb brings. */
    @Parameter(property = "plumb.tla2tools")
    @Nullable
    File tla2tools;

    /** A java to run Plumb and TLC with. Without it that of the JDK toolchain is used, else that of Maven. */
    @Parameter(property = "plumb.jvm")
    @Nullable
    File jvm;

    /** Arguments of the JVM that Plumb runs in, as -Xmx2g. TLC has one of its own. */
    @Parameter(property = "plumb.jvmArguments")
    List<String> jvmArguments = new ArrayList<>();

    /** Cores that the goal may use; 0 is all. The goals of a build share the machine's cores also under -T. */
    @Parameter(property = "plumb.workers", defaultValue = "0")
    int workers;

    /** More arguments for the command of the same name, which "plumb COMMAND --help" and its documentation list. */
    @Parameter(property = "plumb.arguments")
    List<String> arguments = new ArrayList<>();

    /** Where results are kept, to be told again while nothing changes; off checks anew. */
    @Parameter(property = "plumb.cache")
    @Nullable
    String cache;

    /** Where reports go: each goal has a folder there. */
    @Parameter(property = "plumb.reportsDirectory", defaultValue = "${project.build.directory}/plumb-reports")
    File reportsDirectory;

    @Inject
    ToolchainManager toolchains;

    /** The command with its arguments; empty if there is nothing to do, which the log then says. */
    abstract Optional<List<String>> command();

    /** Whether it is skipped where tests are. */
    abstract boolean isTest();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || (isTest() && (skipTests || mavenTestSkip))) {
            getLog().info("Skipped.");
            return;
        }
        try {
            Optional<List<String>> command = command();
            if (command.isPresent()) {
                run(command.get());
            }
        } catch (Problem problem) {
            end(problem.kind() != Problem.Kind.NOTHING, problem.text());
        }
    }

    private void run(List<String> command) throws MojoExecutionException, MojoFailureException {
        List<String> words = new ArrayList<>(command);
        words.addAll(arguments);
        Reports reports = new Reports(folder(), Path.of(shown(reports())), command.get(0));
        reports.forget();
        List<Path> library = library();
        Path launcher = buildDirectory.toPath().resolve("plumb/plumb");
        Launcher.write(launcher, fork(library, Path::toString));
        Fork fork = fork(library, this::shown).with("-Dplumb.command=" + shown(launcher));
        Fork.Ended ended =
                Cores.with(session.getRepositorySession().getData(), workers, () -> fork.run(words, getLog()));
        if (ended.exitCode() != 0) {
            end(BROKEN.contains(ended.exitCode()), reports.failure(ended));
        }
    }

    private void end(boolean isBroken, String message) throws MojoExecutionException, MojoFailureException {
        if (isBroken) {
            throw new MojoExecutionException(message);
        } else if (!testFailureIgnore) {
            throw new MojoFailureException(message);
        }
        message.lines().forEach(getLog()::error);
    }

    /** The one from which Maven builds all, so that paths are those which a CI knows; else the project's. */
    final Path folder() {
        Path own = basedir();
        File top = session.getRequest().getMultiModuleProjectDirectory();
        Path all = top == null ? own : top.toPath().toAbsolutePath().normalize();
        return own.startsWith(all) ? all : own;
    }

    final Path basedir() {
        return project.getBasedir().toPath().toAbsolutePath().normalize();
    }

    final Path reports() {
        return reportsDirectory.toPath().resolve(execution.getGoal());
    }

    /** A path as the user would write it. */
    final String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(folder()) ? folder().relativize(absolute).toString() : absolute.toString();
    }

    /** Where modules are that this project's may extend, beside its own. */
    List<Path> library() {
        return List.of();
    }

    private Path java() {
        if (jvm != null) {
            Path named = jvm.toPath();
            return jvm.isDirectory() ? named.resolve("bin/java") : named;
        }
        return Optional.ofNullable(toolchains.getToolchainFromBuildContext("jdk", session))
                .map(jdk -> jdk.findTool("java"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    /** The command line, which is told of paths as {@code write} has them. */
    private Fork fork(List<Path> library, Function<Path, String> write) {
        PluginClassPath classPath = PluginClassPath.of(pluginArtifacts, Optional.ofNullable(tla2tools));
        List<String> arguments = new ArrayList<>(AS_THE_LAUNCHER_DOES);
        arguments.addAll(List.of("-Djava.awt.headless=true", "-Dplumb.home=" + write.apply(basedir())));
        classPath.tlc().ifPresent(jar -> arguments.add("-Dplumb.tla2tools=" + jar));
        if (workers > 0) {
            arguments.add("-XX:ActiveProcessorCount=" + workers);
        }
        arguments.addAll(jvmArguments);
        arguments.addAll(List.of("-cp", classPath.text()));
        Map<String, String> environment = new TreeMap<>();
        environment.put("PLUMB_LIBRARY", library.stream().map(write).collect(Collectors.joining(File.pathSeparator)));
        Optional.ofNullable(cache).ifPresent(value -> environment.put("PLUMB_CACHE", value));
        return new Fork(java(), arguments, folder(), environment);
    }
}
