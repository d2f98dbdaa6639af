package dev.plumb.traces;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that was probably meant by one that is not known. */
public final class Nearest {
    private Nearest() {}

    /**
     * The word of {@code known} with the fewest single-character edits from {@code word}, upper and lower case being the
     * same; empty where all of them need more than a third of its length (two in a short word).
     */
    public static Optional<String> to(String word, Collection<String> known) {
        int editsMax = Math.min(Math.max(2, word.length() / 3), word.length() - 1);
        return known.stream()
                .filter(candidate -> edits(word, candidate) <= editsMax)
                .min(Comparator.comparingInt((String candidate) -> edits(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The Levenshtein distance: one row of its table at a time. */
    private static int edits(String word, String candidate) {
        String a = word.toLowerCase(Locale.ROOT);
        String b = candidate.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
