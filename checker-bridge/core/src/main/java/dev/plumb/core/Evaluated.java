package dev.plumb.core;

import dev.plumb.traces.TlaValue;
import java.util.OptionalInt;

/**
 * An expression and its value.
 *
 * @param spec the module in whose context it was evaluated
 * @param state number of the state that it was evaluated in, if one was given
 */
public record Evaluated(String spec, String expression, OptionalInt state, TlaValue value) {}
