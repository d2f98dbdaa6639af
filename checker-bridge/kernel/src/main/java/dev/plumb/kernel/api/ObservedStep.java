package dev.plumb.kernel.api;

import dev.plumb.traces.Event;

/** An event that was checked against the names of a loaded spec and translated into its values. */
public interface ObservedStep {
    Event event();
}
