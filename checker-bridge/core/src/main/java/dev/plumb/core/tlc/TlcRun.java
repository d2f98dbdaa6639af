package dev.plumb.core.tlc;

import java.util.List;

/**
 * All that TLC said in one run.
 *
 * @param exitCode of the process
 * @param messages in the order in which they ended
 * @param unframed what was printed outside of messages
 */
public record TlcRun(int exitCode, List<ToolMessage> messages, String unframed) {
    public boolean has(int code) {
        return messages.stream().anyMatch(message -> message.code() == code);
    }

    /** The first message with one of these codes comes first. */
    public List<ToolMessage> with(Integer... codes) {
        List<Integer> wanted = List.of(codes);
        return messages.stream().filter(m -> wanted.contains(m.code())).toList();
    }
}
