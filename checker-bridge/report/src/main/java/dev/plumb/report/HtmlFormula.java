package dev.plumb.report;

import static java.util.stream.Collectors.joining;

import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.OpenFormula.Part;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Formulas on a page, opened into the parts that their values came from. */
final class HtmlFormula {
    private static final int TEXT_MAX = 600;
    private static final int VALUE_MAX = 300;

    /** Formulas of one tree beyond which the rest is counted only. */
    private static final int FORMULAS_MAX = 300;

    /** Lines that are to be seen at first: what comes below the formula is to be seen, too. */
    private static final int LINES_OPEN = 14;

    private static final Map<Part, String> ROLES = Map.of(
            Part.CONJUNCT, "/\\",
            Part.DISJUNCT, "\\/",
            Part.ANTECEDENT, "if",
            Part.CONSEQUENT, "then",
            Part.NEGATED, "not",
            Part.DEFINITION, "defined as",
            Part.CONDITION, "condition",
            Part.BRANCH, "branch");

    private final Markup out;
    private final int step;
    private int left = FORMULAS_MAX;
    private int room = LINES_OPEN;

    HtmlFormula(Markup out) {
        this(out, 0);
    }

    /** Beside a step: what is said of the state after it need not say of which. */
    HtmlFormula(Markup out, int step) {
        this.out = out;
        this.step = step;
    }

    /** A formula and its parts; what leads to a leaf that decides is open as far as there is room, the rest folded. */
    void write(OpenFormula formula) {
        left = FORMULAS_MAX;
        room = LINES_OPEN;
        out.open("ul", "class", "formula").line();
        write(formula, true, Set.of());
        out.closeLine();
    }

    /** @param bound variables whose values stand above */
    private void write(OpenFormula formula, boolean isAsked, Set<String> bound) {
        left--;
        boolean isOpen = isAsked && opens(formula);
        Set<String> known = new TreeSet<>(bound);
        known.addAll(formula.witness().keySet());
        out.open("li", "class", sign(formula).style());
        if (formula.parts().isEmpty()) {
            line(formula, known);
        } else {
            details(isOpen).open("summary");
            line(formula, known);
            out.close().open("ul").line();
            parts(formula, isOpen, known);
            out.close().close();
        }
        out.closeLine();
    }

    private boolean opens(OpenFormula formula) {
        boolean isRoom = room > 0;
        room -= (int) formula.parts().stream()
                .filter(part -> !isBeside(part, formula))
                .count();
        return isRoom;
    }

    private Markup details(boolean isOpen) {
        return isOpen ? out.open("details", "open", "") : out.open("details");
    }

    private void parts(OpenFormula formula, boolean isOpen, Set<String> bound) {
        List<OpenFormula> beside =
                formula.parts().stream().filter(part -> isBeside(part, formula)).toList();
        List<OpenFormula> decisive = formula.parts().stream()
                .filter(part -> !isBeside(part, formula))
                .toList();
        parts(decisive, isOpen, bound);
        if (!beside.isEmpty()) {
            out.open("li").open("details");
            out.leaf(
                    "summary",
                    Words.count(beside.size()) + " more that are "
                            + sign(beside.get(0)).text(),
                    "class",
                    "quiet");
            out.open("ul").line();
            parts(beside, false, bound);
            out.close().close().closeLine();
        }
        more(formula.leftOut());
    }

    private void parts(List<OpenFormula> parts, boolean isOpen, Set<String> bound) {
        List<OpenFormula> shown = parts.subList(0, Math.min(parts.size(), Math.max(0, left)));
        for (OpenFormula part : shown) {
            write(part, isOpen && (part.equals(parts.get(0)) || part.isFalse()), bound);
        }
        more(parts.size() - shown.size());
    }

    /** One value of a quantified variable does not matter where another one decides. */
    static boolean isBeside(OpenFormula part, OpenFormula whole) {
        return !part.witness().isEmpty() && !part.value().equals(whole.value());
    }

    private void more(int hidden) {
        if (hidden > 0) {
            out.leaf("li", "… and " + Words.count(hidden) + " more of these", "class", "quiet")
                    .line();
        }
    }

    private void line(OpenFormula formula, Set<String> bound) {
        out.leaf("b", sign(formula).text(), "class", "value");
        String role = role(formula);
        if (!role.isEmpty()) {
            out.leaf("span", role, "class", "role");
        }
        formula.at().stream()
                .filter(number -> number != step)
                .forEach(number -> out.leaf("a", "after step " + number, "href", "#s=" + number, "class", "role"));
        out.leaf("code", Printable.cut(formula.text(), TEXT_MAX), "class", "text");
        values(formula.values(), bound);
        formula.error().ifPresent(error -> out.leaf("span", Printable.cut(error, TEXT_MAX), "class", "error"));
        out.leaf("code", formula.place().toString(), "class", "place");
    }

    /** Those that are not told by others: {@code x[p]} tells what matters of {@code x}. */
    void values(SortedMap<String, String> values, Set<String> bound) {
        values.forEach((name, value) -> {
            boolean isTold =
                    bound.contains(name) || values.keySet().stream().anyMatch(other -> other.startsWith(name + "["));
            if (!isTold) {
                out.open("span", "class", "with")
                        .leaf("code", Printable.cut(name, VALUE_MAX))
                        .text(" is ");
                out.leaf("code", Printable.cut(value, VALUE_MAX)).close();
            }
        });
    }

    private static String role(OpenFormula formula) {
        String role = ROLES.getOrDefault(formula.part(), "");
        return formula.witness().isEmpty() ? role : "for " + written(formula.witness());
    }

    private static String written(SortedMap<String, TlaValue> witness) {
        return witness.entrySet().stream()
                .map(entry ->
                        entry.getKey() + " = " + Printable.cut(entry.getValue().toString(), VALUE_MAX))
                .collect(joining(", "));
    }

    private record Sign(String text, String style) {}

    private static Sign sign(OpenFormula formula) {
        if (formula.error().isPresent()) {
            return new Sign("? ERROR", "unknown");
        }
        return formula.value()
                .map(value -> value ? new Sign("✓ TRUE", "true") : new Sign("✗ FALSE", "false"))
                .orElse(new Sign("– not reached", "unknown"));
    }
}
