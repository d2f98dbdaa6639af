package dev.plumb.core.tlc;

import dev.plumb.kernel.api.Counts;
import java.util.List;
import java.util.Optional;

/**
 * All that TLC said in one run.
 *
 * @param exitCode of TLC, or of its JVM where that has ended
 * @param messages in the order in which they ended
 * @param unframed what was printed outside of messages
 * @param counts the last that were seen while it ran
 * @param command that runs the same TLC on the same model, one argument an element
 */
public record TlcRun(
        int exitCode, List<ToolMessage> messages, String unframed, Optional<Counts> counts, List<String> command) {
    public boolean has(int code) {
        return messages.stream().anyMatch(message -> message.code() == code);
    }

    /** The first message with one of these codes comes first. */
    public List<ToolMessage> with(Integer... codes) {
        List<Integer> wanted = List.of(codes);
        return messages.stream().filter(m -> wanted.contains(m.code())).toList();
    }
}
