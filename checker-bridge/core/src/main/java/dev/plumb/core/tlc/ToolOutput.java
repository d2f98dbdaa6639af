package dev.plumb.core.tlc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code TLC -tool} prints, line by line. Messages nest, a message may begin in the middle of a line, and
 * text may stand outside of all of them: the parser's, and what the spec prints.
 */
public final class ToolOutput {
    private static final Pattern START = Pattern.compile("(.*)@!@!@STARTMSG (\\d+)(?::(\\d+))? @!@!@\\s*");
    private static final Pattern END = Pattern.compile("(.*)@!@!@ENDMSG (\\d+) @!@!@\\s*");
    private static final Pattern ANSI = Pattern.compile("\\x1b\\[[0-9;]*m");

    private final Consumer<ToolMessage> onMessage;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<String> unframed = new ArrayList<>();

    private record Open(int code, int severity, StringBuilder text) {}

    public ToolOutput(Consumer<ToolMessage> onMessage) {
        this.onMessage = onMessage;
    }

    /** Takes the next line. An inner message is handed on before the one around it. */
    public void line(String raw) {
        String line = ANSI.matcher(raw).replaceAll("");
        Matcher start = START.matcher(line);
        Matcher end = END.matcher(line);
        if (start.matches()) {
            text(start.group(1));
            int severity = start.group(3) == null ? 0 : Integer.parseInt(start.group(3));
            open.push(new Open(Integer.parseInt(start.group(2)), severity, new StringBuilder()));
        } else if (end.matches()) {
            text(end.group(1));
            close(Integer.parseInt(end.group(2)));
        } else {
            open.stream()
                    .findFirst()
                    .ifPresentOrElse(m -> m.text().append(line).append('\n'), () -> unframed.add(line));
        }
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            line(text);
        }
    }

    /** TLC ends a message that it never began when an exception cut another one short; what is open then ends too. */
    private void close(int code) {
        if (open.stream().noneMatch(message -> message.code() == code)) {
            return;
        }
        boolean closed = false;
        while (!closed) {
            Open message = open.pop();
            closed = message.code() == code;
            emit(message);
        }
    }

    /** An inner message tells more of the one around it, so that its text belongs to that too. */
    private void emit(Open message) {
        String text = message.text().toString().strip();
        open.stream().findFirst().ifPresent(outer -> outer.text().append(text).append('\n'));
        onMessage.accept(new ToolMessage(message.code(), message.severity(), text));
    }

    /** The process has ended: whatever is still open ends with it. */
    public void end() {
        while (!open.isEmpty()) {
            emit(open.pop());
        }
    }

    /** The lines outside of messages, in order. */
    public String unframed() {
        return String.join("\n", unframed);
    }
}
