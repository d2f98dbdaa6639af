package dev.plumb.report;

import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.report.Lines.Style;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** A formula opened to what decides its value, one part a line. What decides nothing is left out. */
final class FormulaText {
    private static final int LINES_MAX = 14;
    private static final int ALIKE_MAX = 2;
    private static final int TEXT_MAX = 160;

    private final Lines lines;
    private final int most;
    private int written;

    FormulaText(Lines lines) {
        this(lines, LINES_MAX);
    }

    /** In at most so many lines, if none is wrapped. */
    FormulaText(Lines lines, int most) {
        this.lines = lines;
        this.most = most;
    }

    /** Everything below the name of what is opened. */
    void write(OpenFormula formula) {
        deciding(formula).forEach(part -> write(part, 0, formula.at()));
    }

    private void write(OpenFormula formula, int depth, OptionalInt around) {
        if (++written > most) {
            return;
        } else if (written == most) {
            lines.line("    " + " ".repeat(2 * depth) + lines.paint(Style.FAINT, "… and so on"));
            return;
        }
        String value = formula.value().map(is -> is ? "TRUE" : "FALSE").orElse("?");
        String head = "    " + Lines.pad(value, 5) + "  " + " ".repeat(2 * depth);
        String text =
                at(formula, around) + witness(formula) + Printable.clip(formula.text(), TEXT_MAX) + values(formula);
        lines.hanging(head, formula.isFalse() ? Style.BAD : Style.FAINT, text);
        OptionalInt at = formula.at().isPresent() ? formula.at() : around;
        List<OpenFormula> deciding = deciding(formula);
        deciding.stream().limit(ALIKE_MAX).forEach(part -> write(part, depth + 1, at));
        if (deciding.size() > ALIKE_MAX && written < most) {
            lines.line("           " + " ".repeat(2 * depth + 2)
                    + lines.paint(Style.FAINT, "and " + (deciding.size() - ALIKE_MAX) + " more such parts"));
        }
    }

    /** What has another value than the conjunction, disjunction or quantifier that it is in has no part in that. */
    private static List<OpenFormula> deciding(OpenFormula formula) {
        List<OpenFormula> deciding = formula.parts().stream()
                .filter(part -> switch (part.part()) {
                    case CONJUNCT, DISJUNCT, OF_EACH, OF_SOME -> part.value().equals(formula.value());
                    default -> true;
                })
                .toList();
        // An operator and its definition say the same.
        return deciding.size() == 1
                        && deciding.get(0).part() == OpenFormula.Part.DEFINITION
                        && formula.part() != OpenFormula.Part.ROOT
                        && !deciding.get(0).parts().isEmpty()
                ? deciding(deciding.get(0))
                : deciding;
    }

    /** Told where it is not that of the formula around it. */
    private static String at(OpenFormula formula, OptionalInt around) {
        return formula.at().isPresent() && !formula.at().equals(around)
                ? "after step " + formula.at().getAsInt() + ": "
                : "";
    }

    private static String witness(OpenFormula formula) {
        List<String> equations = formula.witness().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .toList();
        return equations.isEmpty() ? "" : "for " + String.join(", ", equations) + ": ";
    }

    /** Of what stands in a leaf, only what is not told by a longer part of it. */
    private static String values(OpenFormula formula) {
        SortedMap<String, String> told = new TreeMap<>(formula.values());
        told.keySet()
                .removeIf(name -> name.equals(formula.text())
                        || formula.values().keySet().stream()
                                .anyMatch(longer -> longer.startsWith(name + "[") || longer.startsWith(name + ".")));
        boolean hasParts = told.keySet().stream().anyMatch(name -> !name.matches("\\w+"));
        List<String> equations = told.entrySet().stream()
                .filter(entry -> !hasParts || !entry.getKey().matches("\\w+"))
                .map(entry -> entry.getKey() + " is " + Printable.clip(entry.getValue(), 60))
                .toList();
        return equations.isEmpty() ? "" : "   (" + String.join(", ", equations) + ")";
    }
}
