package dev.plumb.core;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TLA+ text without its comments, which modules and {@code .cfg} files write alike. Each becomes as many blanks, so that
 * places stay what they are.
 *
 * @param unclosed where a comment begins that never ends; TLC ignores all that follows it, and says nothing
 */
record Comments(String text, OptionalInt unclosed) {
    private static final Pattern OUTSIDE = Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"|\\\\\\*[^\\n]*|\\(\\*");
    private static final Pattern INSIDE = Pattern.compile("\\(\\*|\\*\\)");

    static Comments blanked(String text) {
        StringBuilder blanked = new StringBuilder(text);
        Matcher m = OUTSIDE.matcher(text);
        int from = 0;
        while (m.find(from)) {
            from = m.end();
            if (m.group().equals("(*")) {
                int end = end(text, m.start());
                blank(blanked, m.start(), Math.abs(end));
                if (end < 0) {
                    return new Comments(blanked.toString(), OptionalInt.of(m.start()));
                }
                from = end;
            } else if (m.group().startsWith("\\*")) {
                blank(blanked, m.start(), m.end());
            }
        }
        return new Comments(blanked.toString(), OptionalInt.empty());
    }

    /** Where the comment ends that begins at {@code start}; comments nest. Negative if it never does. */
    private static int end(String text, int start) {
        Matcher m = INSIDE.matcher(text);
        int depth = 0;
        for (int from = start; m.find(from); from = m.end()) {
            depth += m.group().equals("(*") ? 1 : -1;
            if (depth == 0) {
                return m.end();
            }
        }
        return -text.length();
    }

    private static void blank(StringBuilder text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
