package dev.plumb.core;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How TLC was run.
 *
 * @param command that runs the same TLC on the same model in a JVM of its own, an argument an element
 * @param fingerprint the polynomial that TLC chose for its fingerprints
 * @param seed of what is random
 */
public record Invocation(List<String> command, OptionalInt fingerprint, OptionalLong seed) {}
