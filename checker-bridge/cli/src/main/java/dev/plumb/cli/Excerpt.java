package dev.plumb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A line of a file of the user's, and carets under what is meant, as compilers show it. */
final class Excerpt {
    private static final int TAB = 8;

    /** Lines of traces may be of any length. */
    private static final int WIDTH_MAX = 100;

    private static final String CUT = "...";

    private Excerpt() {}

    /** A problem's whole text, with the line that it speaks of below its first. */
    static String in(Problem problem) {
        String text = problem.text() + "\n";
        int second = text.indexOf('\n') + 1;
        return text.substring(0, second) + problem.source().map(Excerpt::of).orElse("") + text.substring(second);
    }

    /** Nothing where there is no such line: not every source is a file. */
    static String of(Source source) {
        try {
            return of(Path.of(source.file()), source.line(), source.column(), 1);
        } catch (InvalidPathException e) {
            return "";
        }
    }

    /** Nothing where the file has changed since it was read; without carets where the column is 0. */
    static String of(Path file, int line, int column, int length) {
        return line(file, line)
                .map(Excerpt::withoutTabs)
                .map(text -> of(text, line, column, length))
                .orElse("");
    }

    private static String of(String text, int line, int column, int length) {
        int from = column <= WIDTH_MAX - TAB ? 0 : column - WIDTH_MAX / 2;
        int to = Math.min(text.length(), from + WIDTH_MAX);
        String shown = (from > 0 ? CUT : "") + text.substring(Math.min(from, to), to) + (to < text.length() ? CUT : "");
        String number = String.format(Locale.ROOT, "%5d", line);
        String margin = " ".repeat(number.length()) + " | ";
        String indent = " ".repeat(Math.max(0, column - 1 - from + (from > 0 ? CUT.length() : 0)));
        String carets = "^".repeat(Math.max(1, Math.min(length, to - column + 1)));
        return number + " | " + shown + "\n" + (column == 0 ? "" : margin + indent + carets + "\n");
    }

    private static Optional<String> line(Path file, int line) {
        if (line < 1 || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            return lines.lines().skip(line - 1L).findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** The parser counts columns so, too. */
    private static String withoutTabs(String line) {
        StringBuilder spaced = new StringBuilder();
        line.chars().forEach(c -> {
            if (c == '\t') {
                spaced.append(" ".repeat(TAB - spaced.length() % TAB));
            } else {
                spaced.append((char) c);
            }
        });
        return spaced.toString();
    }
}
