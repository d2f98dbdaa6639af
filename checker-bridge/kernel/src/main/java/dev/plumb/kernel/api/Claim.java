package dev.plumb.kernel.api;

/**
 * Something that the loaded cfg claims of every state or every step.
 *
 * @param isOfSteps whether it is a property such as {@code [][Next]_v} and not an invariant
 */
public record Claim(String name, boolean isOfSteps) {}
