package dev.plumb.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that TLC checks a model. It fails unless what comes of it is what the folder's {@code manifest.json} expects; a model
 * of which that says nothing must hold. The method is called afterwards, if it did not fail: it may be empty, or take the
 * {@link dev.plumb.core.ModelCheckResult} and ask more of it.
 *
 * <pre>{@code
 * @CheckModel("MCTwoPhase.cfg")
 * void two_phase_commit_is_consistent(ModelCheckResult result) {
 *     assertThat(result.statistics().orElseThrow().distinct()).isEqualTo(288);
 * }
 * }</pre>
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CheckModelExtension.class)
@Test
public @interface CheckModel {
    /**
     * The model: a {@code .cfg} or a module, by its path, or by its name below {@code src/test/tla}, {@code src/main/tla} or
     * {@code specs}.
     */
    String value();

    /** The invariant or property that must be violated, where no manifest says so. */
    String violates() default "";
}
