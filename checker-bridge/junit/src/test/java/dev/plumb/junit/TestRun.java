package dev.plumb.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What came of running the tests of a class, as an IDE runs them. */
record TestRun(Map<String, Throwable> failures) {
    static TestRun of(Class<?> tests) {
        Map<String, Throwable> failures = new TreeMap<>();
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute().allEvents().failed().stream()
                .forEach(event -> failures.put(
                        event.getTestDescriptor()
                                .getSource()
                                .filter(MethodSource.class::isInstance)
                                .map(source -> MethodSource.class.cast(source).getMethodName())
                                .orElse(event.getTestDescriptor().getDisplayName()),
                        event.getPayload(TestExecutionResult.class)
                                .flatMap(TestExecutionResult::getThrowable)
                                .orElseThrow()));
        return new TestRun(failures);
    }

    /** What a test failed with. */
    Throwable failure(String test) {
        return Optional.ofNullable(failures.get(test))
                .orElseThrow(() -> new AssertionError(test + " did not fail; those that did are " + failures.keySet()));
    }
}
