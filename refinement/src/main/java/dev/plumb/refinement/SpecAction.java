package dev.plumb.refinement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The action of the specification that the method implements; a method that implements several names them all. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SpecAction {
    /** The names as they stand in the specification, for example {@code RMPrepare}. */
    String[] value();
}
