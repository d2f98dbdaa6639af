package dev.plumb.core;

import dev.plumb.core.tlc.TlcRun;
import dev.plumb.core.tlc.ToolMessage;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How TLC was run.
 *
 * @param command that runs the same TLC on the same model in a JVM of its own, an argument an element
 * @param fingerprint the polynomial that TLC chose for its fingerprints
 * @param seed of what is random
 */
public record Invocation(List<String> command, OptionalInt fingerprint, OptionalLong seed) {
    private static final Pattern FINGERPRINT = Pattern.compile("with fp (\\d+)");
    private static final Pattern SEED = Pattern.compile("seed (-?\\d+)");

    /** What TLC says first tells both. */
    static Invocation of(TlcRun run) {
        String banner = run.messages().stream()
                .map(ToolMessage::text)
                .filter(text -> text.startsWith("Running "))
                .findFirst()
                .orElse("");
        Matcher fingerprint = FINGERPRINT.matcher(banner);
        Matcher seed = SEED.matcher(banner);
        return new Invocation(
                run.command(),
                fingerprint.find() ? OptionalInt.of(Integer.parseInt(fingerprint.group(1))) : OptionalInt.empty(),
                seed.find() ? OptionalLong.of(Long.parseLong(seed.group(1))) : OptionalLong.empty());
    }
}
