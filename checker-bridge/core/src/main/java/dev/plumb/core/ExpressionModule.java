package dev.plumb.core;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The module in which a user's expressions are parsed, and where in it each of them stands. */
final class ExpressionModule {
    static final String NAME = "PlumbExpressions";

    /**
     * So that every module can be extended and loaded, be there a behaviour in it or not. TLC refuses an Init that is a
     * constant, and ENABLED is none, whatever follows.
     */
    static final String BEHAVIOUR = "INIT PlumbInit\nNEXT PlumbNext\n";

    private static final String OPERATOR = "PlumbExpression";

    /** What cannot go on an expression that is left open, so that a mistake in one is not found in the next. */
    private static final String END = "--------";

    private static final Pattern END_UNEXPECTED = Pattern.compile("Did not expect (?:-|=){4,}");
    private static final Pattern COLUMN = Pattern.compile("column (\\d+): (.*)", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern PLACE =
            Pattern.compile("line (\\d+), col (\\d+) to line \\d+, col \\d+ of module " + NAME);

    private final String extended;
    private final List<List<String>> expressions = new ArrayList<>();
    private final List<Integer> firstLines = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    ExpressionModule(String extended, List<String> texts) {
        this.extended = extended;
        lines.add("---- MODULE " + NAME + " ----");
        lines.add("EXTENDS " + extended);
        lines.add("PlumbInit == ENABLED TRUE");
        lines.add("PlumbNext == ENABLED FALSE");
        texts.forEach(this::add);
        lines.add("====");
    }

    private void add(String text) {
        if (text.isBlank()) {
            throw CoreProblems.emptyExpression();
        }
        List<String> expression = text.strip().replace('\t', ' ').lines().toList();
        lines.add(operator(expressions.size()) + " ==");
        expressions.add(expression);
        firstLines.add(lines.size() + 1);
        lines.addAll(expression);
        lines.add(END);
    }

    static String operator(int expression) {
        return OPERATOR + (expression + 1);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /**
     * That the module does not parse, as a mistake in an expression. Where it is one of the modules that it extends, the
     * problem stays what it is.
     *
     * @param known names that an expression can use
     */
    Problem explained(Problem problem, Collection<String> known) {
        Matcher column = COLUMN.matcher(problem.what());
        boolean isHere = problem.source()
                .map(Source::file)
                .filter(file -> file.endsWith(NAME + ".tla"))
                .isPresent();
        if (!isHere || !column.matches()) {
            return problem;
        }
        String message = ParseAdvice.reworded(column.group(2).strip().replaceAll("\\s+", " "));
        return CoreProblems.expressionDoesNotParse(
                END_UNEXPECTED.matcher(message).replaceFirst("Did not expect the end of the expression"),
                excerpt(problem.source().orElseThrow().line(), Integer.parseInt(column.group(1))),
                ParseAdvice.nextStep(message, known)
                        .replaceFirst(": EXTENDS \\w+", ", which " + extended + " does not extend"));
    }

    /** A line of an expression with carets below what is meant; below its end, if the place is behind it. */
    private String excerpt(int line, int column) {
        int index = 0;
        while (index + 1 < expressions.size() && firstLines.get(index + 1) <= line) {
            index++;
        }
        List<String> expression = expressions.get(index);
        int offset = line - firstLines.get(index);
        boolean isBehind = offset >= expression.size();
        String text = expression.get(isBehind ? expression.size() - 1 : Math.max(0, offset));
        int at = isBehind ? text.length() : Math.min(column - 1, text.length());
        Matcher word = WORD.matcher(text).region(at, text.length());
        return text + "\n" + " ".repeat(at) + "^".repeat(word.lookingAt() ? word.end() - at : 1);
    }

    /** What TLC says when it cannot evaluate one, without what only this module has. */
    String reworded(String message, int expression) {
        int before = firstLines.get(expression) - 1;
        return PLACE.matcher(message)
                .replaceAll(m -> "line " + (Integer.parseInt(m.group(1)) - before) + ", column " + m.group(2)
                        + " of the expression")
                .replace(operator(expression), "the expression");
    }
}
