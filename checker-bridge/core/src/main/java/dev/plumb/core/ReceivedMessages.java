package dev.plumb.core;

import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.SentMessages.Sent;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who received what. A step received a message that it took out of the set of messages; from a set that only grows, it
 * received the message without which the same action would not have been enabled.
 */
final class ReceivedMessages {
    /** Each counterfactual is an evaluation of an action; a picture needs no more than this. */
    private static final int MOST_TRIALS = 2_000;

    private final LoadedSpec spec;
    private final List<Step> steps;
    private final List<Optional<ActionInstance>> actions;
    private int trials;

    /**
     * @param actions for each step the action that was taken
     */
    ReceivedMessages(LoadedSpec spec, List<Step> steps, List<Optional<ActionInstance>> actions) {
        this.spec = spec;
        this.steps = steps;
        this.actions = actions;
    }

    List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            for (Sent sent :
                    SentMessages.between(steps.get(i - 1).state(), steps.get(i).state())) {
                messages.addAll(deliveries(i, sent));
            }
        }
        return messages;
    }

    private List<Message> deliveries(int sender, Sent sent) {
        List<Message> deliveries = new ArrayList<>();
        int from = steps.get(sender).number();
        for (int i = sender + 1; i < steps.size(); i++) {
            if (received(i, sent)) {
                deliveries.add(new Message(from, OptionalInt.of(steps.get(i).number()), text(sent)));
            }
        }
        return deliveries.isEmpty() ? List.of(new Message(from, OptionalInt.empty(), text(sent))) : deliveries;
    }

    private static String text(Sent sent) {
        return sent.content().toString();
    }

    private boolean received(int step, Sent sent) {
        SortedMap<String, TlaValue> before = steps.get(step - 1).state();
        if (!elements(before, sent).contains(sent.content())) {
            return false;
        }
        boolean taken = !elements(steps.get(step).state(), sent).contains(sent.content());
        return taken
                || actions.get(step)
                        .map(action -> neededFor(action, step, without(before, sent)))
                        .orElse(false);
    }

    private boolean neededFor(ActionInstance action, int step, SortedMap<String, TlaValue> without) {
        if (++trials > MOST_TRIALS) {
            return false;
        }
        List<TlaValue> arguments = List.copyOf(action.arguments().values());
        Event event = new Event(
                new Source("counterexample", step + 1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(action.name()),
                new Arguments.Positional(arguments),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Optional.empty());
        return spec.actions().stream().anyMatch(known -> known.name().equals(action.name()))
                && spec.steps(spec.state(without), spec.observe(event))
                        .successors()
                        .isEmpty();
    }

    private static SortedSet<TlaValue> elements(SortedMap<String, TlaValue> state, Sent sent) {
        return ((TlaValue.SetOf) Objects.requireNonNull(state.get(sent.carrier()))).elements();
    }

    private static SortedMap<String, TlaValue> without(SortedMap<String, TlaValue> state, Sent sent) {
        SortedMap<String, TlaValue> without = new TreeMap<>(state);
        SortedSet<TlaValue> rest = new TreeSet<>(elements(state, sent));
        rest.remove(sent.content());
        without.put(sent.carrier(), TlaValue.set(rest));
        return without;
    }
}
