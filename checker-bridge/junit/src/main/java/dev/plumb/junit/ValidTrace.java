package dev.plumb.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a test records must be a behaviour of a specification, or the test fails with the explanation of why it is not.
 *
 * <p>The test takes {@link dev.plumb.refinement.Recorder}s as parameters, one for each process, which is called as the
 * parameter is (compile with {@code -parameters}, or it is {@code p1}, {@code p2}, …), or {@link Recorders}, which makes one
 * for each name that it is asked for.
 *
 * <pre>{@code
 * @Test
 * @ValidTrace(spec = "Lease")
 * void a_lease_goes_from_one_client_to_the_other(Recorder c1, Recorder c2) {
 *     …
 * }
 * }</pre>
 *
 * <p>All steps of a test make one trace, in the order in which they were told: tell a step where it happens, inside the lock or
 * transaction that guards it.
 *
 * <p>A test that records nothing fails, unless that is allowed. One that fails by itself is validated too: the explanation
 * then is a suppressed exception of the failure. The traces stay in the folder of reports.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ValidTraceExtension.class)
public @interface ValidTrace {
    /** The specification: a module by its name or path, or a {@code .cfg}. */
    String spec();

    /** A {@code .cfg} with its constants, by path or beside it; by default the one of its name. */
    String config() default "";

    /** Actions whose steps the program takes without recording them. */
    String[] silent() default {};

    /** How many of them come before an event at most. */
    int silentSteps() default 1;

    /** Whether what was recorded and constrains nothing is a failure. */
    boolean strict() default false;

    /** Whether a test that records nothing is fine. */
    boolean allowEmpty() default false;

    /**
     * Whether to validate while the test runs. The call that tells a wrong step then fails, with the stack that led to it; a
     * test that goes on as if nothing had happened fails at its end.
     */
    boolean live() default false;
}
