package dev.plumb.core;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Event;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where a trace leaves the spec. No behaviour explains more than {@code matched} events; {@code frontier} are the spec
 * states in which those end.
 *
 * @param matched events before the one that diverges: that one is number {@code matched + 1} of {@code total}
 * @param blocked the events that could have come next, with the reasons why none can; the likeliest culprit first
 * @param frontier how many spec states were left
 */
public record Divergence(int matched, int total, List<Blocked> blocked, int frontier) {

    /**
     * An event that has no step from one of the states of the frontier.
     *
     * @param state the spec state, by variable
     * @param reasons an answer for each candidate action, the nearest first
     * @param enabled what the spec allows in that state instead
     * @param fit the step that it could be if something had not been observed
     * @param swap a neighbour with which it fits in the other order: the one before it, or the next one of its process
     */
    public record Blocked(
            Event event,
            SortedMap<String, TlaValue> state,
            List<WhyNot> reasons,
            List<ActionInstance> enabled,
            Optional<Fit> fit,
            Optional<Event> swap) {}

    /**
     * A step that an event would fit.
     *
     * @param without the observations that would have to be left out, in words; none of them alone can stay
     * @param eventsAfter how many events would then be explained after it, of those that were tried
     */
    public record Fit(List<String> without, ActionInstance step, int eventsAfter) {}
}
