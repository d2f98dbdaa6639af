package dev.plumb.core.search;

import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Event;

/** An event that a search held against a state, whatever came of it. */
public record Tried(SpecState from, Event event) {}
