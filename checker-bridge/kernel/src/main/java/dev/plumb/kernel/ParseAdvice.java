package dev.plumb.kernel;

import dev.plumb.traces.Nearest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about what SANY says. */
public final class ParseAdvice {
    private static final Pattern UNEXPECTED =
            Pattern.compile("Encountered \"(.*)\" at line \\d+, column \\d+ and token \"(.*)\"\\s*\\.?");
    private static final Pattern UNKNOWN =
            Pattern.compile("(?:Unknown operator: `|Could(?:n't| not) resolve \\w+ operator symbol `"
                    + "|Could not find declaration or definition of symbol ')(.*?)'.*");

    /** Operators by the standard module that most specifications have them from. */
    private static final Map<String, Set<String>> STANDARD = Map.of(
            "Naturals", Set.of("Nat", "..", "+", "-", "*", "^", "<", ">", "<=", "=<", "\\leq", ">=", "\\geq", "%"),
            "Integers", Set.of("Int", "-."),
            "Sequences", Set.of("Seq", "Len", "Append", "Head", "Tail", "SubSeq", "SelectSeq", "\\o", "\\circ"),
            "FiniteSets", Set.of("Cardinality", "IsFiniteSet"),
            "TLC", Set.of("Print", "PrintT", "Assert", "Permutations", ":>", "@@"));

    private ParseAdvice() {}

    /** SANY names the token before the place last, which reads as if it were the mistake. */
    public static String reworded(String message) {
        Matcher unexpected = UNEXPECTED.matcher(message);
        String text = unexpected.matches()
                ? "Did not expect " + unexpected.group(1).replaceAll("={4,}", "====") + " after " + unexpected.group(2)
                : message.replaceFirst("^Warning: the", "The");
        return text.endsWith(".") ? text : text + ".";
    }

    /** {@code known} are names that the module can use, to tell what a misspelt one was meant to be. */
    public static String nextStep(String message, Collection<String> known) {
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.matches()) {
            return define(unknown.group(1), known);
        } else if (message.startsWith("Did not expect") || message.startsWith("Was expecting")) {
            return "The mistake is here, or it is something left open before: a bracket, an operand, a list.";
        } else if (message.startsWith("Lexical error")) {
            return "A character that TLA+ does not have, or a string that does not end on its line.";
        } else if (message.contains("already defined") || message.contains("ultiply-defined")) {
            return "Give one of the two another name; a bound variable must not have that of one around it either.";
        }
        return "";
    }

    private static String define(String name, Collection<String> known) {
        Optional<String> module = STANDARD.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
        return module.map(m -> "It is in the standard module " + m + ": EXTENDS " + m + ".")
                .orElseGet(() -> Nearest.to(name, known)
                                .map(near -> "Did you mean " + near + "? ")
                                .orElse("")
                        + "Define or declare it, or extend the module that does.");
    }
}
