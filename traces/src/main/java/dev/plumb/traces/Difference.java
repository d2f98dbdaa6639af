package dev.plumb.traces;

/**
 * One place at which a value is not as it was observed.
 *
 * @param path TLA+ text of the place, for example {@code rmState["r1"]}
 * @param observed what the trace says, as text
 * @param actual what the specification has there, as text
 */
public record Difference(String path, String observed, String actual) {}
