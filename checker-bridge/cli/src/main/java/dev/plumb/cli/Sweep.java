package dev.plumb.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The values of constants that a model is checked with, one after another. */
final class Sweep {
    private static final Pattern RANGE = Pattern.compile("(-?\\d+)\\.\\.(-?\\d+)");
    /** A comma that is not inside braces. */
    private static final Pattern COMMA = Pattern.compile(",(?![^{]*\\})");

    private Sweep() {}

    /**
     * Each value of each swept constant with each of the others; the last one changes fastest.
     *
     * @param fixed values that all combinations have
     * @throws IllegalArgumentException if a range has no values
     */
    static List<SortedMap<String, String>> combinations(Map<String, String> fixed, Map<String, String> swept) {
        List<SortedMap<String, String>> combinations = List.of(new TreeMap<>(fixed));
        for (Map.Entry<String, String> constant : swept.entrySet()) {
            List<SortedMap<String, String>> longer = new ArrayList<>();
            for (SortedMap<String, String> combination : combinations) {
                for (String value : values(constant.getKey(), constant.getValue())) {
                    SortedMap<String, String> with = new TreeMap<>(combination);
                    with.put(constant.getKey(), value);
                    longer.add(with);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static List<String> values(String constant, String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return COMMA.splitAsStream(text).map(String::strip).toList();
        }
        long first = Long.parseLong(range.group(1));
        long last = Long.parseLong(range.group(2));
        if (first > last) {
            throw new IllegalArgumentException("--sweep " + constant + "=" + text + " has no values");
        }
        return LongStream.rangeClosed(first, last).mapToObj(Long::toString).toList();
    }
}
