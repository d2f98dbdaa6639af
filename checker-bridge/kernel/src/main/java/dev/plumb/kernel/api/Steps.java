package dev.plumb.kernel.api;

import java.util.List;

/**
 * The steps from a state that an event allows.
 *
 * @param errors messages of candidates that TLC could not evaluate; those candidates failed
 */
public record Steps(List<Successor> successors, List<String> errors) {}
