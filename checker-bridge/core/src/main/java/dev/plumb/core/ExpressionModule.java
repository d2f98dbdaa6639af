package dev.plumb.core;

import dev.plumb.kernel.ParseAdvice;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    private static final Pattern END_UNEXPECTED = Pattern.compile("Did not expect \\S+(?: after \\)(?=\\.))?");
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
        String expression = text.strip().replace('\t', ' ');
        // In brackets and before a line, so that what is left open in one expression is not closed by the next.
        lines.add(operator(expressions.size()) + " == (");
        firstLines.add(lines.size() + 1);
        expressions.add(expression.lines().toList());
        lines.addAll(expression.lines().toList());
        lines.add(")");
        lines.add("--------");
        Comments.blanked(expression).unclosed().ifPresent(begin -> {
            throw CoreProblems.expressionDoesNotParse(
                    "A comment begins in it and does not end.", expression.substring(begin) + "\n^^", "");
        });
    }

    static String operator(int expression) {
        return OPERATOR + (expression + 1);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /**
     * That the module cannot be loaded, as a mistake in an expression. Where it is one in the modules that it extends, or in
     * their constants, the problem stays what it is.
     *
     * @param known names that an expression can use
     */
    Problem explained(Problem problem, Collection<String> known) {
        Optional<Source> here =
                problem.source().filter(source -> source.file().endsWith(NAME + ".tla") && source.column() > 0);
        if (here.isEmpty()) {
            String what = problem.what().replace(NAME, extended);
            return new Problem(problem.kind(), problem.code(), what, problem.source(), problem.nextStep());
        }
        Place place = place(here.get().line(), here.get().column());
        String message = problem.what();
        String advice = ParseAdvice.nextStep(message, known)
                .replaceFirst(": EXTENDS \\w+", ", which " + extended + " does not extend");
        return CoreProblems.expressionDoesNotParse(
                place.isBehind()
                        ? END_UNEXPECTED.matcher(message).replaceFirst("Did not expect the end of the expression")
                        : message,
                place.excerpt(),
                advice);
    }

    /** A place in a line of an expression, or behind all of it. */
    private record Place(String line, int begin) {
        boolean isBehind() {
            return begin >= line.length();
        }

        /** The line with carets below the word that begins there. */
        String excerpt() {
            Matcher word = WORD.matcher(line).region(begin, line.length());
            return line + "\n" + " ".repeat(begin) + "^".repeat(word.lookingAt() ? word.end() - begin : 1);
        }
    }

    private Place place(int line, int column) {
        int index = 0;
        while (index + 1 < expressions.size() && firstLines.get(index + 1) <= line) {
            index++;
        }
        List<String> expression = expressions.get(index);
        int offset = line - firstLines.get(index);
        if (offset >= expression.size()) {
            String last = expression.get(expression.size() - 1);
            return new Place(last, last.length());
        }
        String text = expression.get(Math.max(0, offset));
        return new Place(text, Math.min(column - 1, text.length()));
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
