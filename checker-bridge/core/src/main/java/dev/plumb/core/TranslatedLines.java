package dev.plumb.core;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between BEGIN TRANSLATION and END TRANSLATION, as far as it means something: no comments, no empty lines,
 * and variables in the order of the alphabet, because one generation of the translator puts {@code pc} first and another
 * last. Indentation means something.
 *
 * @param lines those, with their numbers in the file
 * @param end number of the line of END TRANSLATION
 */
record TranslatedLines(List<Line> lines, int end) {
    private static final Pattern BEGIN = Pattern.compile("\\bBEGIN\\s+TRANSLATION\\b");
    private static final Pattern END = Pattern.compile("\\bEND\\s+TRANSLATION\\b");
    private static final Pattern VARIABLES = Pattern.compile("(VARIABLES? |vars == <<)([^>]*)(>>)?");

    record Line(int number, String text) {}

    /** A line that the translator would write otherwise. */
    record Difference(int line, String expected) {}

    static TranslatedLines of(List<String> module) {
        int begin = find(BEGIN, module, 0);
        int end = find(END, module, begin);
        String text = String.join("\n", module.subList(Math.min(begin + 1, end), end));
        List<Line> lines = new ArrayList<>();
        int number = begin + 1;
        for (String line : Comments.blanked(text).text().split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(new Line(number, line.stripTrailing()));
            }
        }
        return new TranslatedLines(inOrder(lines), end + 1);
    }

    /** Index of a line; that behind the last where there is none. */
    private static int find(Pattern pattern, List<String> lines, int from) {
        int index = from;
        while (index < lines.size() && !pattern.matcher(lines.get(index)).find()) {
            index++;
        }
        return index;
    }

    /** A list of variables that is too long for a line is broken behind a comma. */
    private static List<Line> inOrder(List<Line> lines) {
        List<Line> result = new ArrayList<>();
        for (Line line : lines) {
            Line last = result.isEmpty() ? line : result.get(result.size() - 1);
            if (last.text().endsWith(",") && VARIABLES.matcher(last.text()).lookingAt()) {
                result.set(
                        result.size() - 1,
                        new Line(last.number(), last.text() + " " + line.text().strip()));
            } else {
                result.add(line);
            }
        }
        result.replaceAll(line -> new Line(line.number(), inOrder(line.text())));
        return result;
    }

    private static String inOrder(String line) {
        Matcher m = VARIABLES.matcher(line);
        if (!m.matches()) {
            return line;
        }
        String names = Arrays.stream(m.group(2).split(",", -1))
                .map(String::strip)
                .sorted()
                .collect(joining(", "));
        return m.group(1) + names + (m.group(3) == null ? "" : m.group(3));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    Optional<Difference> firstDifference(TranslatedLines expected) {
        for (int i = 0; i < Math.max(lines.size(), expected.lines.size()); i++) {
            String written = i < lines.size() ? lines.get(i).text() : "";
            String wanted = i < expected.lines.size() ? expected.lines.get(i).text() : "";
            if (!written.equals(wanted)) {
                return Optional.of(
                        new Difference(i < lines.size() ? lines.get(i).number() : end, wanted.strip()));
            }
        }
        return Optional.empty();
    }
}
