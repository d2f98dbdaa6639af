package dev.plumb.cli;

/** Something that is waited for, and need not be. */
interface Endable {
    /** What has come until now is all; may be called from any thread. */
    void end();
}
