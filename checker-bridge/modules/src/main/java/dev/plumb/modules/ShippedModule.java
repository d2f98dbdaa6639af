package dev.plumb.modules;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A TLA+ module of ours.
 *
 * @param counterpart the public module whose interface it has, for people
 * @param text its whole text
 */
public record ShippedModule(String name, String counterpart, String text) {
    private static final Pattern DEFINITION =
            Pattern.compile("^(?:x (\\S+) [ye]|([A-Za-z_]\\w*)(?:\\(.*?\\)|\\[.*?\\])?) *==", Pattern.MULTILINE);
    private static final Pattern EXAMPLE = Pattern.compile("^\\\\\\* Example: (.*)$", Pattern.MULTILINE);
    private static final Pattern REFUSED = Pattern.compile("^\\\\\\* Refused: (.*)$", Pattern.MULTILINE);
    private static final Pattern GIVEN = Pattern.compile("^\\\\\\* Given: (.*)$", Pattern.MULTILINE);

    /** The operators that it defines for others, in the order of the text; of {@code x & y} only the sign. */
    public List<String> operators() {
        return DEFINITION
                .matcher(text)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .toList();
    }

    /** The worked examples in its comments: formulas that are true. */
    public List<String> examples() {
        return formulas(EXAMPLE);
    }

    /** Formulas in its comments whose evaluation is an error. */
    public List<String> refused() {
        return formulas(REFUSED);
    }

    /** What the examples are about: {@code name <- formula}, as if a model had substituted it. */
    public List<String> givens() {
        return formulas(GIVEN);
    }

    private List<String> formulas(Pattern kind) {
        return kind.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
