package dev.plumb.traces;

/** Text that is not the TLA+ text of a value; the message shows what stands at {@link #offset}. */
public final class TlaSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_CHARS_MAX = 20;

    private final int offset;

    TlaSyntaxException(String expected, String text, int offset) {
        super("expected " + expected + " at offset " + offset + ", not " + at(text, offset));
        this.offset = offset;
    }

    /** Where in the text, counted from 0. */
    public int offset() {
        return offset;
    }

    private static String at(String text, int offset) {
        String rest = text.substring(Math.min(offset, text.length()));
        if (rest.isEmpty()) {
            return "the end of the text";
        }
        return "\"" + (rest.length() > SHOWN_CHARS_MAX ? rest.substring(0, SHOWN_CHARS_MAX) + "…" : rest) + "\"";
    }
}
