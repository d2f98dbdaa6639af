package dev.plumb.report;

import static java.util.stream.Collectors.joining;

import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.OpenFormula.Part;
import dev.plumb.traces.TlaValue;
import java.util.Map;
import java.util.SortedMap;

/** Formulas on a page, opened into the parts that their values came from. */
final class HtmlFormula {
    private static final int TEXT_MAX = 600;
    private static final int VALUE_MAX = 300;

    /** Formulas of one tree beyond which the rest is counted only. */
    private static final int FORMULAS_MAX = 300;

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
    private int left = FORMULAS_MAX;

    HtmlFormula(Markup out) {
        this.out = out;
    }

    /** A formula and its parts; what leads to a leaf that decides is open, the rest folded. */
    void write(OpenFormula formula) {
        left = FORMULAS_MAX;
        out.open("ul", "class", "formula").line();
        write(formula, true);
        out.closeLine();
    }

    private void write(OpenFormula formula, boolean isOpen) {
        left--;
        out.open("li", "class", sign(formula).style());
        if (formula.parts().isEmpty()) {
            line(formula);
        } else {
            out.open("details", isOpen ? "open" : "class", isOpen ? "" : "parts")
                    .open("summary");
            line(formula);
            out.close().open("ul").line();
            parts(formula, isOpen);
            out.close().close();
        }
        out.closeLine();
    }

    private void parts(OpenFormula formula, boolean isOpen) {
        int hidden = formula.leftOut();
        boolean isFirst = true;
        for (OpenFormula part : formula.parts()) {
            if (left <= 0) {
                hidden++;
                continue;
            }
            write(part, isOpen && (isFirst || part.isFalse()));
            isFirst = false;
        }
        if (hidden > 0) {
            out.leaf("li", "… and " + Words.count(hidden) + " more of these", "class", "quiet")
                    .line();
        }
    }

    private void line(OpenFormula formula) {
        Sign sign = sign(formula);
        out.leaf("b", sign.text(), "class", "value");
        String role = role(formula);
        if (!role.isEmpty()) {
            out.leaf("span", role, "class", "role");
        }
        formula.at().ifPresent(number -> out.leaf("a", "in state " + number, "href", "#s=" + number));
        out.leaf("code", Printable.cut(formula.text(), TEXT_MAX), "class", "text");
        formula.values().forEach((name, value) -> value(name, value));
        formula.error().ifPresent(error -> out.leaf("span", Printable.cut(error, TEXT_MAX), "class", "error"));
        out.leaf("code", formula.place().toString(), "class", "place");
    }

    private void value(String name, String value) {
        out.open("span", "class", "with")
                .leaf("code", Printable.cut(name, VALUE_MAX))
                .text(" is ");
        out.leaf("code", Printable.cut(value, VALUE_MAX)).close();
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
