package dev.plumb.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Cells as text, in columns: numbers at the right. */
final class Table {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Table() {}

    /** @param rows the first has the titles */
    static String of(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int column = 0; column < columns; column++) {
                line.append(' ').append(padded(row.get(column), widths[column])).append(' ');
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String padded(String cell, int width) {
        String blanks = " ".repeat(width - cell.length());
        return NUMBER.matcher(cell).matches() ? blanks + cell : cell + blanks;
    }
}
