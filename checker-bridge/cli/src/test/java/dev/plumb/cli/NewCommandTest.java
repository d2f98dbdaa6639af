package dev.plumb.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the project builds and its tests pass is tested where there is all that it needs: in the catalogue. */
class NewCommandTest {
    @TempDir(factory = FixedFolder.class)
    Path folder;

    private Plumb create(String... more) {
        return Plumb.run(Stream.concat(
                        Stream.of(
                                "new",
                                "LeaseLock",
                                "--dir",
                                folder.resolve("lock").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void a_project_is_written() throws IOException {
        Plumb run = create("--package", "com.example.lock");
        assertThat(run.exitCode()).isZero();
        Golden.check("new", run.transcript());
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(7)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern("@[A-Za-z]+@"));
        }
        assertThat(folder.resolve("lock/pom.xml"))
                .content()
                .contains("<artifactId>lease-lock</artifactId>", "<plumb.version>" + Main.VERSION + "<");
    }

    @Test
    void its_model_holds() {
        create();
        Plumb run = Plumb.run(
                folder.resolve("out"),
                "check",
                folder.resolve("lock/src/main/tla").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("OneHolder");
    }

    @Test
    void a_folder_with_something_in_it_is_left_alone() throws IOException {
        Files.createDirectories(folder.resolve("lock"));
        Path mine = Files.writeString(folder.resolve("lock/pom.xml"), "mine");
        Plumb run = create();
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("PLUMB-N22");
        assertThat(mine).hasContent("mine");
        assertThat(folder.resolve("lock")).isDirectoryNotContaining("glob:**.md");
    }

    @Test
    void names_that_java_or_tla_refuses_are_refused() {
        assertThat(Plumb.run("new", "lease-lock").err()).startsWith("PLUMB-N20");
        assertThat(create("--package", "com.example.class").err()).startsWith("PLUMB-N21");
        assertThat(create("--package", "../..").exitCode()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_version_is_that_of_the_project() throws IOException {
        assertThat(Plumb.ROOT.resolve("pom.xml")).content().contains("<version>" + Main.VERSION + "</version>");
    }

    @Test
    void every_message_is_pinned() throws IOException {
        Golden.check(
                "new-problems",
                Stream.of(
                                NewProblems.noName("lease-lock"),
                                NewProblems.noPackage("com.example.class"),
                                NewProblems.folderIsInUse(Path.of("lease-lock")),
                                NewProblems.cannotWrite(Path.of("lease-lock/pom.xml"), "AccessDeniedException"))
                        .map(Problem::text)
                        .collect(joining("\n", "", "\n")));
    }
}
