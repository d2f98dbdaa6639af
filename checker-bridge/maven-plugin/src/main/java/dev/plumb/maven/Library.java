package dev.plumb.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;

/** The modules that a project's dependencies bring. */
final class Library {
    private final Path folder;

    /** A library whose jars are unpacked below this folder. */
    Library(Path folder) {
        this.folder = folder;
    }

    /** A folder for each dependency that brings some. */
    List<Path> of(Collection<Artifact> dependencies) {
        return dependencies.stream()
                .flatMap(artifact -> of(artifact).stream())
                .filter(Files::isDirectory)
                .toList();
    }

    /** One that is built together with this project may not be packed yet. */
    private Optional<Path> of(Artifact artifact) {
        File file = artifact.getFile();
        if (file == null) {
            return Optional.empty();
        } else if (file.isDirectory()) {
            return Optional.of(file.toPath().resolve(TlaFiles.IN_JAR));
        } else if (!file.getName().endsWith(".jar")) {
            return Optional.empty();
        }
        Path unpacked = folder.resolve(name(artifact));
        TlaFiles.unpack(file.toPath(), unpacked);
        return Optional.of(unpacked);
    }

    private static String name(Artifact artifact) {
        return Stream.of(artifact.getArtifactId(), artifact.getVersion(), artifact.getClassifier())
                .filter(part -> part != null && !part.isEmpty())
                .reduce((left, right) -> left + "-" + right)
                .orElseThrow();
    }
}
