package dev.plumb.junit;

import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.search.Silent;
import dev.plumb.refinement.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Hands recorders to a test, and validates what it has recorded. */
final class ValidTraceExtension implements ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace NAMESPACE = Namespace.create(ValidTraceExtension.class);
    private static final Pattern INVOCATION = Pattern.compile("#(\\d+)\\]$");

    /** A test that has been handed a recorder. */
    private record Recorded(TestTrace trace, Conformance conformance, Optional<LiveCheck> live) {
        List<TraceCheckResult> results() {
            return live.map(check -> List.of(check.end())).orElseGet(() -> conformance.check(trace.file()));
        }

        /** Whether this is how the test came to know of the wrong step. */
        boolean hasTold(Optional<Throwable> failure) {
            return failure.isPresent() && live.flatMap(LiveCheck::told).equals(failure);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return test.getTestMethod().isPresent() && (type == Recorder.class || type == Recorders.class);
    }

    @Override
    public Object resolveParameter(ParameterContext context, ExtensionContext test) {
        Recorders recorders = recorded(test).trace();
        Parameter parameter = context.getParameter();
        return parameter.getType() == Recorders.class
                ? recorders
                : recorders.of(parameter.isNamePresent() ? parameter.getName() : "p" + (context.getIndex() + 1));
    }

    /** Also where the test failed by itself: then this is a suppressed exception of that failure. */
    @Override
    public void afterTestExecution(ExtensionContext test) throws IOException {
        Recorded recorded = recorded(test);
        recorded.trace().close();
        if (recorded.hasTold(test.getExecutionException())) {
            return;
        }
        for (TraceCheckResult result : Failure.orTold(recorded::results)) {
            if (!recorded.conformance().isFine(result)) {
                throw Conformance.failure(result, recorded.trace().folder());
            }
        }
    }

    private static Recorded recorded(ExtensionContext test) {
        return test.getStore(NAMESPACE).getOrComputeIfAbsent(test.getUniqueId(), id -> begin(test), Recorded.class);
    }

    private static Recorded begin(ExtensionContext test) {
        ValidTrace asked = annotation(test);
        String name = name(test);
        Path folder = Shared.folder(inPackage(test, name));
        Path file = folder.resolve("trace.ndjson");
        Conformance conformance = new Conformance(
                asked.spec(),
                Optional.of(asked.config()).filter(config -> !config.isEmpty()),
                new Silent(List.of(asked.silent()), asked.silentSteps()),
                asked.strict(),
                asked.allowEmpty());
        Optional<LiveCheck> live = asked.live()
                ? Optional.of(new LiveCheck(
                        lines -> conformance.follow(lines, file), result -> Conformance.failure(result, folder)))
                : Optional.empty();
        try {
            return new Recorded(new TestTrace(file, name, asked.spec(), live), conformance, live);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the method, else on its class. */
    private static ValidTrace annotation(ExtensionContext test) {
        return AnnotationSupport.findAnnotation(test.getRequiredTestMethod(), ValidTrace.class)
                .or(() -> AnnotationSupport.findAnnotation(test.getRequiredTestClass(), ValidTrace.class))
                .orElseThrow();
    }

    /** Tests of other packages may have the same name, and run at the same time. */
    private static String inPackage(ExtensionContext test, String name) {
        String packageName = test.getRequiredTestClass().getPackageName();
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    /** {@code LeaseTest.expires}, {@code LeaseTest.expires-2} where the method is called several times. */
    private static String name(ExtensionContext test) {
        Matcher invocation = INVOCATION.matcher(test.getUniqueId());
        Class<?> tests = test.getRequiredTestClass();
        return tests.getName()
                        .substring(tests.getPackageName().length())
                        .replaceFirst("^\\.", "")
                        .replace('$', '.') + "." + test.getRequiredTestMethod().getName()
                + (invocation.find() ? "-" + invocation.group(1) : "");
    }
}
