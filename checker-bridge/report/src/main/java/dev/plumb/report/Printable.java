package dev.plumb.report;

import java.util.Locale;

/**
 * Text of others made safe to show: values come from recorded services, so they may hold what steers a terminal, breaks
 * XML or turns the direction of writing.
 */
final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** {@code text} with control characters, lone surrogates and marks of direction replaced by visible ones. */
    static String clean(String text) {
        if (text.codePoints().allMatch(Printable::isHarmless)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(clean, c));
        return clean.toString();
    }

    /** {@code text} made safe, and cut with an ellipsis where it has more than {@code charactersMax} characters. */
    static String clip(String text, int charactersMax) {
        if (text.length() <= charactersMax) {
            return clean(text);
        }
        int characters = text.codePointCount(0, text.length());
        return characters <= charactersMax ? clean(text) : clean(start(text, charactersMax - 1)) + "…";
    }

    /** As {@link #clip}, but the cut says how much there is. */
    static String cut(String text, int charactersMax) {
        int characters = text.codePointCount(0, text.length());
        if (characters <= charactersMax) {
            return clean(text);
        }
        return clean(start(text, charactersMax))
                + String.format(Locale.ROOT, "… (the first %,d of %,d characters)", charactersMax, characters);
    }

    /** How many columns {@code text} takes, near enough. */
    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String start(String text, int characters) {
        return text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private static boolean isHarmless(int c) {
        boolean isControl = c < ' ' || (c >= 0x7F && c < 0xA0);
        return !isControl && !isDirection(c) && !isNoCharacter(c);
    }

    private static void append(StringBuilder clean, int c) {
        if (isHarmless(c)) {
            clean.appendCodePoint(c);
        } else if (c < ' ') {
            // the pictures of the control characters, U+2400 on
            clean.appendCodePoint(0x2400 + c);
        } else if (isDirection(c)) {
            clean.append(String.format(Locale.ROOT, "\\u%04X", c));
        } else {
            clean.appendCodePoint(REPLACEMENT);
        }
    }

    private static boolean isDirection(int c) {
        boolean isMark = c == 0x200E || c == 0x200F || c == 0x061C;
        return isMark || isWithin(c, 0x202A, 0x202E) || isWithin(c, 0x2066, 0x2069);
    }

    /** Surrogates without their other half, the line separators of JavaScript, and what XML forbids. */
    private static boolean isNoCharacter(int c) {
        boolean isSeparator = c == 0x2028 || c == 0x2029;
        return isSeparator || isWithin(c, 0xD800, 0xDFFF) || (c & 0xFFFE) == 0xFFFE;
    }

    private static boolean isWithin(int c, int from, int to) {
        return c >= from && c <= to;
    }
}
