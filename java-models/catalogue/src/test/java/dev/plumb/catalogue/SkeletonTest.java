package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.catalogue.OwnProject.Tests;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plumb new} writes compiles without warnings, and its tests pass; with the fault of which it speaks, they fail. */
class SkeletonTest {
    private static final String SERVICE = "src/main/java/com/example/lock/LeaseLock.java";

    @TempDir
    Path folder;

    private OwnProject project;

    @BeforeEach
    void make_a_project() throws IOException, InterruptedException {
        new OwnProject(folder).java("dev.plumb.cli.Main", "new", "LeaseLock", "--package", "com.example.lock");
        project = new OwnProject(folder.resolve("lease-lock"));
    }

    @Test
    void its_tests_pass() throws Exception {
        Tests tests = project.test();
        assertThat(tests.failures()).isEmpty();
        assertThat(tests.succeeded()).isEqualTo(2);
    }

    @Test
    void a_fault_in_its_service_is_found() throws Exception {
        String guarded = project.read(SERVICE);
        project.write(SERVICE, guarded.replace("if (!holders.isEmpty())", "if (holders.contains(client))"));
        Tests tests = project.test();
        assertThat(tests.succeeded()).isEqualTo(1);
        assertThat(tests.failures()).singleElement().asString().contains("DIVERGES", "holders = {}", "LeaseLock.java:");
    }
}
