package dev.plumb.junit;

import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Checks the model of a test before the test's body. */
final class CheckModelExtension implements BeforeTestExecutionCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(CheckModelExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == ModelCheckResult.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return checked(test).result();
    }

    @Override
    public void beforeTestExecution(ExtensionContext test) {
        CheckedModel checked = checked(test);
        String violates = annotation(test).violates();
        boolean isExpected = violates.isEmpty()
                ? checked.comparison().isExpected()
                : checked.result().outcome() instanceof Outcome.Violates violated
                        && violated.name().equals(violates);
        if (!isExpected) {
            throw checked.failure(violates.isEmpty() ? Optional.empty() : Optional.of("violates " + violates));
        }
    }

    /** A parameter may have asked for it before. */
    private static CheckedModel checked(ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(test.getUniqueId(), id -> check(annotation(test)), CheckedModel.class);
    }

    private static CheckedModel check(CheckModel asked) {
        return Failure.orTold(() -> CheckedModel.of(
                Shared.specs().models(asked.value(), Optional.empty()).get(0)));
    }

    private static CheckModel annotation(ExtensionContext test) {
        return AnnotationSupport.findAnnotation(test.getRequiredTestMethod(), CheckModel.class)
                .orElseThrow();
    }
}
