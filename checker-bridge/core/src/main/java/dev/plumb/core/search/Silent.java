package dev.plumb.core.search;

import dev.plumb.kernel.api.EventBinding;
import java.util.List;
import java.util.Optional;

/**
 * Steps that a program takes without recording them.
 *
 * @param actions whose steps they may be
 * @param max how many of them may come before each event; none is looked for after the last one
 */
public record Silent(List<String> actions, int max) {
    /** Each step of the spec has its event. */
    public static final Silent NONE = new Silent(List.of(), 0);

    /** How many may come before each event, those that the binding declares included. */
    public int max(Optional<EventBinding> binding) {
        int declared = binding.filter(by -> by.silent().isPresent())
                .map(EventBinding::silentSteps)
                .orElse(0);
        return Math.max(actions.isEmpty() ? 0 : max, declared);
    }
}
