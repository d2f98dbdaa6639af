package dev.plumb.core.lanes;

import dev.plumb.core.Behaviour.Incident;
import dev.plumb.core.lanes.Run.Taken;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Steps in which a process stops or comes back. That a process does nothing any more shows in its states, but not whether
 * it failed or is done: so this alone goes by the words in an action's name.
 */
final class Failures {
    private static final Set<String> STOPS =
            Set.of("crash", "crashes", "fail", "fails", "failure", "die", "dies", "kill", "kills");
    private static final Set<String> COMES_BACK =
            Set.of("restart", "restarts", "recover", "recovers", "recovery", "reboot", "reboots");

    private Failures() {}

    static Optional<Incident.Kind> of(Taken action) {
        Set<String> words =
                Set.copyOf(words(action.name().orElse("")).distinct().toList());
        if (words.stream().anyMatch(COMES_BACK::contains)) {
            return Optional.of(Incident.Kind.RESTART);
        }
        return words.stream().anyMatch(STOPS::contains) ? Optional.of(Incident.Kind.CRASH) : Optional.empty();
    }

    /** {@code NodeCrash} and {@code node_crash} are made of node and crash. */
    private static Stream<String> words(String name) {
        return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+"))
                .map(word -> word.toLowerCase(Locale.ROOT));
    }
}
