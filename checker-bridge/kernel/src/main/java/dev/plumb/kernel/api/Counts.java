package dev.plumb.kernel.api;

/**
 * How far TLC has come.
 *
 * @param generated states, as often as they were reached
 * @param distinct states
 * @param queued states that are left to visit
 * @param depth number of states of the longest of the shortest behaviours
 */
public record Counts(long generated, long distinct, long queued, int depth) {}
