package dev.plumb.kernel.api;

/**
 * A spec's behaviour as TLA+ text, for a module that extends the spec. A definition begins and ends with its line, and
 * what the spec spreads over several lines keeps its columns.
 *
 * @param init lines of the initial predicate
 * @param next lines of the next-state relation
 * @param actions definitions of an {@link #operator} with a parameter {@code plumbArgs} for each action: the steps of
 *     Next that are steps of the action and whose arguments are those that the record {@code plumbArgs} has
 */
public record SpecText(String init, String next, String actions) {
    /** The name of the operator that is defined for an action. */
    public static String operator(String action) {
        return "PlumbDo_" + identifier(action);
    }

    /** The name of a definition, that of an instance such as {@code M!Next} too, as part of an identifier. */
    public static String identifier(String name) {
        return name.replaceAll("\\W", "_");
    }
}
