package dev.plumb.core.lanes;

import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.lanes.Shapes.Container;
import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The containers that carry messages, and these. What is put into a container and taken out is a message only if it goes
 * from one process to another; what nobody takes is one if it is a record that stands in a set, or is meant for another
 * process. So neither a log nor a process's own queue is taken for a network.
 */
final class Mail {
    private final Run run;
    private final Map<Cell, Container> containers;
    private final List<Item> items;
    private final Receipts receipts;

    Mail(Run run, Shapes shapes, Oracle oracle) {
        this.run = run;
        this.containers = shapes.containers();
        this.items = Items.in(run.states(), containers);
        this.receipts = new Receipts(run, containers, items, oracle);
    }

    /** Whose messages these are: owners of steps, and members of families, by the names of their lanes. */
    interface Lanes {
        /** Of the step that leads to a state; empty for the initial state. */
        Optional<String> of(int step);

        /** Whether a step is taken by nobody who is known. */
        boolean isOfNobody(int step);

        /** Empty if a value is no process. */
        Optional<String> of(TlaValue process);
    }

    /** The containers that carry messages between lanes. */
    Map<Cell, Container> channels(Lanes lanes) {
        SortedMap<String, List<Item>> groups = new TreeMap<>();
        items.forEach(item -> groups.computeIfAbsent(group(item.channel(), lanes), g -> new ArrayList<>())
                .add(item));
        groups.values().removeIf(group -> !carryMessages(group, lanes));
        SortedMap<Cell, Container> channels = new TreeMap<>(containers);
        channels.keySet().removeIf(channel -> !groups.containsKey(group(channel, lanes)));
        return channels;
    }

    /** The containers in some variables. */
    Map<Cell, Container> channels(Set<String> variables) {
        SortedMap<Cell, Container> channels = new TreeMap<>(containers);
        channels.keySet().removeIf(channel -> !variables.contains(channel.variable()));
        return channels;
    }

    /** What most specs model their network as, for when nobody is known who would send anything to another. */
    Map<Cell, Container> setsOfRecords() {
        SortedMap<Cell, Container> sets = new TreeMap<>(containers);
        items.stream().filter(item -> !isRecordInSet(item)).forEach(item -> sets.remove(item.channel()));
        return sets;
    }

    /** The parts of a variable that differ in nothing but whose they are. */
    private static String group(Cell channel, Lanes lanes) {
        StringBuilder group = new StringBuilder(channel.variable());
        channel.path().forEach(index -> group.append('.')
                .append(index instanceof TlaValue.Str && lanes.of(index).isEmpty() ? index : "*"));
        return group.toString();
    }

    private boolean carryMessages(List<Item> group, Lanes lanes) {
        List<Item> sent = group.stream().filter(item -> item.from() > 0).toList();
        boolean areReceived = false;
        boolean goAcross = false;
        for (Item item : group) {
            for (int step : receivers(item)) {
                areReceived = true;
                goAcross |= item.from() > 0 && !lanes.of(step).equals(lanes.of(item.from()));
            }
        }
        return goAcross
                || (!areReceived
                        && !sent.isEmpty()
                        && sent.stream().allMatch(item -> isRecordInSet(item) || isForAnother(item, lanes)));
    }

    private static boolean isForAnother(Item item, Lanes lanes) {
        return !lanes.isOfNobody(item.from()) && addressee(item, lanes).isPresent();
    }

    private boolean isRecordInSet(Item item) {
        return containers.get(item.channel()) != Container.SEQUENCE
                && item.content() instanceof TlaValue.Fn fn
                && fn.isRecord();
    }

    private List<Integer> receivers(Item item) {
        List<Integer> receivers = new ArrayList<>();
        for (int step = item.from() + 1; step < run.states().size(); step++) {
            if (receipts.by(step).contains(item)) {
                receivers.add(step);
            }
        }
        return receivers;
    }

    /** The process that a message names, by where it is or in what it says, and that did not send it. */
    private static Optional<String> addressee(Item item, Lanes lanes) {
        Optional<String> sender = lanes.of(item.from());
        Set<String> byPlace = others(item.channel().path(), sender, lanes);
        Set<String> others = byPlace.isEmpty() ? others(named(item.content()), sender, lanes) : byPlace;
        return others.size() == 1 ? others.stream().findFirst() : Optional.empty();
    }

    /** What a message says that may be a process; a number in it is more often a clock, a ballot or a turn. */
    private static List<TlaValue> named(TlaValue content) {
        return content instanceof TlaValue.Fn fn
                ? fn.entries().values().stream()
                        .filter(value -> !(value instanceof TlaValue.Int))
                        .toList()
                : List.of();
    }

    private static Set<String> others(Collection<TlaValue> values, Optional<String> sender, Lanes lanes) {
        Set<String> others = new LinkedHashSet<>();
        values.stream().flatMap(value -> lanes.of(value).stream()).forEach(others::add);
        sender.ifPresent(others::remove);
        return others;
    }

    /** What is in the channels, by who sent it and who received it. */
    List<Message> messages(Map<Cell, Container> channels, Lanes lanes) {
        List<Message> messages = new ArrayList<>();
        for (Item item : items) {
            if (channels.containsKey(item.channel())) {
                messages.addAll(messages(item, lanes));
            }
        }
        return messages;
    }

    private List<Message> messages(Item item, Lanes lanes) {
        List<Message> messages = new ArrayList<>();
        boolean isTakenAway = item.until() < run.states().size();
        boolean isLost = isTakenAway && isLoss(item, lanes);
        for (int step : receivers(item)) {
            if (!isLost || step != item.until()) {
                messages.add(message(item, OptionalInt.of(step + 1), OptionalInt.empty(), lanes));
            }
        }
        if (isLost) {
            messages.add(message(item, OptionalInt.empty(), OptionalInt.of(item.until() + 1), lanes));
        } else if (messages.isEmpty()) {
            messages.add(message(item, OptionalInt.empty(), OptionalInt.empty(), lanes));
        }
        return messages;
    }

    /** Taken away by a step that would have been possible without it, or by nobody, and for nothing. */
    private boolean isLoss(Item item, Lanes lanes) {
        int step = item.until();
        if (!receipts.by(step).contains(item)) {
            return true;
        }
        SortedMap<String, TlaValue> rest = run.before(step);
        for (Item taken : items) {
            if (taken.isTakenBy(step)) {
                rest = Values.with(
                        taken.channel(),
                        Values.at(taken.channel(), run.after(step)).orElseThrow(),
                        rest);
            }
        }
        boolean sendsNothing = items.stream().noneMatch(other -> other.from() == step);
        return lanes.isOfNobody(step) && sendsNothing && rest.equals(run.after(step));
    }

    private static Message message(Item item, OptionalInt to, OptionalInt lostAt, Lanes lanes) {
        return new Message(
                item.from() + 1,
                to,
                item.content().toString(),
                lostAt,
                addressee(item, lanes),
                Optional.of(item.channel().variable()));
    }

    /** Whether of all steps it is known what they read. */
    boolean isComplete() {
        return receipts.areComplete();
    }
}
