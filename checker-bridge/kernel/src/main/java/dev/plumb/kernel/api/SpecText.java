package dev.plumb.kernel.api;

/**
 * A spec's behaviour as TLA+ text.
 *
 * @param init lines of the initial predicate
 * @param next lines of the next-state relation
 * @param actions definitions of an operator {@code PlumbDo_A(plumbArgs)} for each action A: the steps of Next that are
 *     steps of A and whose arguments are those that the record {@code plumbArgs} has
 */
public record SpecText(String init, String next, String actions) {}
