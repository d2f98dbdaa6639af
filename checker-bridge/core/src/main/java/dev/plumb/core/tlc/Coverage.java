package dev.plumb.core.tlc;

/** What TLC counts while it visits all states. */
public enum Coverage {
    /** How often each action is taken, which costs next to nothing. */
    ACTIONS,
    /** How often each expression is evaluated, too; that stands in TLC's raw output only, and takes a fifth of the time. */
    EXPRESSIONS,
    OFF
}
