package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bill of materials has what users depend on, all of it. */
class BomTest {
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(plumb-[a-z-]+)</artifactId>");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Set<String> NOT_FOR_USERS = Set.of("plumb-benchmarks", "plumb-catalogue", "plumb-microraft");

    @Test
    void lists_every_library_of_the_build_once() {
        String bom = read(Project.ROOT.resolve("checker-bridge/bom/pom.xml"));
        String managed = bom.substring(bom.indexOf("<dependencyManagement>"));
        List<String> listed =
                ARTIFACT.matcher(managed).results().map(match -> match.group(1)).toList();
        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(libraries());
    }

    private static List<String> libraries() {
        return pomsOf(Project.ROOT)
                .filter(pom -> !pom.contains("<packaging>"))
                .map(BomTest::artifact)
                .filter(artifact -> !NOT_FOR_USERS.contains(artifact))
                .toList();
    }

    /** By its modules and not by its files: there are projects below it that are no part of it. */
    private static Stream<String> pomsOf(Path project) {
        String pom = read(project.resolve("pom.xml"));
        return Stream.concat(
                Stream.of(pom),
                MODULE.matcher(pom).results().flatMap(module -> pomsOf(project.resolve(module.group(1)))));
    }

    /** The first is that of the parent. */
    private static String artifact(String pom) {
        Matcher own = ARTIFACT.matcher(pom.substring(pom.indexOf("</parent>")));
        assertThat(own.find()).as(pom).isTrue();
        return own.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
