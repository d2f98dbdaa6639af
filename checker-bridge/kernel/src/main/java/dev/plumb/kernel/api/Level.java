package dev.plumb.kernel.api;

/** What one needs to know to tell the value of an expression. */
public enum Level {
    /** Nothing: it is the same in all states. */
    CONSTANT,
    /** A state. */
    STATE,
    /** A state and the next one: something in it is primed. */
    STEP,
    /** A whole behaviour: it is a temporal formula. */
    BEHAVIOUR
}
