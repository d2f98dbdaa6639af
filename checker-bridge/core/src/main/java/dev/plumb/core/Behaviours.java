package dev.plumb.core;

import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.search.Node;
import dev.plumb.traces.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Behaviours that explain recorded events: the lanes are the processes, and the clocks say who heard of whom. */
final class Behaviours {
    private Behaviours() {}

    /**
     * The behaviour that ends in a node.
     *
     * @param lanes the processes
     * @param forbidden the event that the spec does not allow next, drawn as a last step
     */
    static Behaviour of(List<String> lanes, Node end, Optional<Event> forbidden) {
        List<Step> steps = new ArrayList<>();
        for (Node node : end.path()) {
            steps.add(step(node));
        }
        forbidden.ifPresent(event -> steps.add(forbidden(end, event)));
        return new Behaviour(lanes, "as recorded", steps, messages(steps), OptionalInt.empty());
    }

    private static Step step(Node node) {
        Optional<Event> event = Optional.ofNullable(node.event());
        return new Step(
                node.depth() + 1,
                Optional.ofNullable(node.action()).map(Objects::toString),
                Optional.ofNullable(node.action()).map(action -> action.definition()),
                event,
                event.map(Behaviours::process),
                node.state().values(),
                false);
    }

    private static Step forbidden(Node end, Event event) {
        return new Step(
                end.depth() + 2,
                event.action(),
                Optional.empty(),
                Optional.of(event),
                Optional.of(process(event)),
                end.state().values(),
                true);
    }

    /** The part that an event belongs to: where no process is named, that is its file. */
    static String process(Event event) {
        return event.process().orElseGet(event.source()::fileName);
    }

    /**
     * An arrow from the last event that a step heard of to that step, for each process that it heard something new of;
     * what it can have heard through another of these is left out.
     */
    private static List<Message> messages(List<Step> steps) {
        Map<String, Map<Long, Step>> byClock = new TreeMap<>();
        Map<String, Map<String, Long>> known = new TreeMap<>();
        List<Message> messages = new ArrayList<>();
        for (Step step : steps) {
            Optional<Event> event = step.event().filter(e -> !e.clock().isEmpty());
            event.ifPresent(e -> {
                Map<String, Long> before = known.getOrDefault(process(e), Map.of());
                List<Step> news = news(e, before, byClock);
                news.stream()
                        .filter(sender -> news.stream().noneMatch(other -> isBehind(sender, other)))
                        .forEach(sender -> messages.add(message(steps, sender, step)));
                known.put(process(e), e.clock());
                long own = e.clock().getOrDefault(process(e), 0L);
                byClock.computeIfAbsent(process(e), p -> new TreeMap<>()).put(own, step);
            });
        }
        return messages;
    }

    private static List<Step> news(Event event, Map<String, Long> before, Map<String, Map<Long, Step>> byClock) {
        List<Step> news = new ArrayList<>();
        event.clock().forEach((process, count) -> {
            boolean other = !process.equals(process(event));
            if (other && count > before.getOrDefault(process, 0L)) {
                Optional.ofNullable(byClock.getOrDefault(process, Map.of()).get(count))
                        .ifPresent(news::add);
            }
        });
        return news;
    }

    /** Whether {@code other} had heard of {@code step} already. */
    private static boolean isBehind(Step step, Step other) {
        Event event = step.event().orElseThrow();
        long own = event.clock().getOrDefault(process(event), 0L);
        return step.number() != other.number()
                && other.event().orElseThrow().clock().getOrDefault(process(event), 0L) >= own;
    }

    /** What was sent is not known where the state before it is too far back to be remembered. */
    private static Message message(List<Step> steps, Step from, Step to) {
        int index = from.number() - steps.get(0).number();
        String label = index == 0 ? "" : SentMessages.label(steps.get(index - 1), from);
        return new Message(from.number(), OptionalInt.of(to.number()), label);
    }
}
