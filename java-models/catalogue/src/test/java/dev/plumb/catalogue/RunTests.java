package dev.plumb.catalogue;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a folder of classes, in the JVM of an {@link OwnProject}, and prints what came of each. */
final class RunTests implements TestExecutionListener {
    private static final String SUCCEEDED = "test succeeded";
    private static final String FAILED = "test failed ";

    private final PrintStream out;

    private RunTests(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(classes[0]))))
                .filters(ClassNameFilter.includeClassNamePatterns(".*Test"))
                .build();
        LauncherFactory.create().execute(request, new RunTests(System.out));
        System.exit(0);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable().ifPresentOrElse(this::failed, () -> {
            if (test.isTest()) {
                out.println(SUCCEEDED);
            }
        });
    }

    private void failed(Throwable failure) {
        byte[] message = String.valueOf(failure.getMessage()).getBytes(StandardCharsets.UTF_8);
        out.println(FAILED + Base64.getEncoder().encodeToString(message));
        failure.printStackTrace(out);
    }

    /** What was printed. */
    static OwnProject.Tests read(String printed) {
        int succeeded = 0;
        List<String> failures = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            if (line.equals(SUCCEEDED)) {
                succeeded++;
            } else if (line.startsWith(FAILED)) {
                byte[] message = Base64.getDecoder().decode(line.substring(FAILED.length()));
                failures.add(new String(message, StandardCharsets.UTF_8));
            }
        }
        return new OwnProject.Tests(succeeded, failures);
    }
}
