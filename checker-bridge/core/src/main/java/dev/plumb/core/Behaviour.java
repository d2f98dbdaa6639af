package dev.plumb.core;

import dev.plumb.kernel.api.SourceRange;
import dev.plumb.traces.Event;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * A sequence of steps to be shown: a counterexample of TLC's, or the longest prefix of a trace that the spec allows.
 *
 * @param lanes the processes, in the order in which they are drawn
 * @param lanesBy how the lanes were found, in words
 * @param steps the first is the initial state, or as far back as is remembered of a very long trace
 * @param messages what steps sent to others
 * @param loopsTo number of the step that the last one returns to; its own number means that it stutters for ever
 * @param expressions what is to be seen of each state beside the variables
 * @param incidents what befell processes
 * @param explained why it is as it is
 * @param otherLanes other processes that a reader may want to see instead
 */
public record Behaviour(
        List<String> lanes,
        String lanesBy,
        List<Step> steps,
        List<Message> messages,
        OptionalInt loopsTo,
        List<Expression> expressions,
        List<Incident> incidents,
        Explained explained,
        List<Lanes> otherLanes) {

    /** A behaviour of which nothing but the variables is to be seen. */
    public Behaviour(
            List<String> lanes, String lanesBy, List<Step> steps, List<Message> messages, OptionalInt loopsTo) {
        this(lanes, lanesBy, steps, messages, loopsTo, List.of(), List.of(), Explained.NOTHING, List.of());
    }

    /** The same with the values of expressions. */
    public Behaviour with(List<Expression> others) {
        return new Behaviour(lanes, lanesBy, steps, messages, loopsTo, others, incidents, explained, otherLanes);
    }

    /** The same with what befell processes. */
    public Behaviour befallenBy(List<Incident> others) {
        return new Behaviour(lanes, lanesBy, steps, messages, loopsTo, expressions, others, explained, otherLanes);
    }

    /** The same, explained. */
    public Behaviour with(Explained explanation) {
        return new Behaviour(lanes, lanesBy, steps, messages, loopsTo, expressions, incidents, explanation, otherLanes);
    }

    /** The same, in which one may see other processes. */
    public Behaviour orBy(List<Lanes> others) {
        return new Behaviour(lanes, lanesBy, steps, messages, loopsTo, expressions, incidents, explained, others);
    }

    /** The same, seen as steps of other processes. */
    public Behaviour by(Lanes other) {
        List<Step> taken = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            taken.add(steps.get(i).by(other.owners().get(i)));
        }
        return new Behaviour(
                other.names(),
                other.by(),
                taken,
                other.messages(),
                loopsTo,
                expressions,
                other.incidents(),
                explained,
                List.of());
    }

    /** The expressions that have a value in the state after a step, in their order, with it. */
    public Map<String, TlaValue> expressionsAfter(Step step) {
        int index = steps.indexOf(step);
        Map<String, TlaValue> values = new LinkedHashMap<>();
        expressions.forEach(
                expression -> expression.values().get(index).ifPresent(value -> values.put(expression.text(), value)));
        return values;
    }

    /**
     * An expression and its values.
     *
     * @param text as the user wrote it, or the name that the {@code ALIAS} of a {@code .cfg} gives it
     * @param values one for each step, in the state after it; empty where it has none
     */
    public record Expression(String text, List<Optional<TlaValue>> values) {}

    /**
     * One step and the state it leads to.
     *
     * @param number counted from 1, the initial state
     * @param action as the spec would write it, with its arguments; empty for the initial state
     * @param place of the action in its module
     * @param event that recorded the step
     * @param lane of the process that took it; empty for the initial state and for steps that no process owns
     * @param state all variables after the step; for a step that the spec forbids, what was observed is in the event
     *     and this is the state before it
     * @param forbidden whether this is a recorded step that the spec does not allow
     */
    public record Step(
            int number,
            Optional<String> action,
            Optional<SourceRange> place,
            Optional<Event> event,
            Optional<String> lane,
            SortedMap<String, TlaValue> state,
            boolean forbidden) {
        private Step by(Optional<String> process) {
            return new Step(number, action, place, event, process, state, forbidden);
        }
    }

    /**
     * Processes that the steps may be seen as those of.
     *
     * @param names in the order in which they are drawn
     * @param by how they were found, in words
     * @param owners for each step, who takes it
     */
    public record Lanes(
            List<String> names,
            String by,
            List<Optional<String>> owners,
            List<Message> messages,
            List<Incident> incidents) {}

    /**
     * Something that one step gave to another.
     *
     * @param from number of the step that sent it; that of the initial state for what was there from the start
     * @param to number of the step that received it; empty if none did
     * @param label what was sent, as text; empty if not known
     * @param lostAt number of the step that took it away without reading it; empty if none did
     * @param addressee lane that it was meant for; empty if it does not say
     * @param carrier variable that it was in; empty if it was in none, because a clock or a change tells of it
     */
    public record Message(
            int from,
            OptionalInt to,
            String label,
            OptionalInt lostAt,
            Optional<String> addressee,
            Optional<String> carrier) {
        /** One of which no more is known. */
        public Message(int from, OptionalInt to, String label) {
            this(from, to, label, OptionalInt.empty(), Optional.empty(), Optional.empty());
        }

        /** What became of it. */
        public Fate fate() {
            return to.isPresent() ? Fate.RECEIVED : lostAt.isPresent() ? Fate.LOST : Fate.UNREAD;
        }
    }

    /** What became of a message. */
    public enum Fate {
        RECEIVED,
        /** A step took it away that did not need it. */
        LOST,
        /** It was still there at the end, or is only ever added to. */
        UNREAD
    }

    /**
     * Something that befell a process in a step.
     *
     * @param step its number
     * @param lane of the process
     */
    public record Incident(int step, String lane, Kind kind) {
        /** What it was. */
        public enum Kind {
            /** It stopped, and does nothing until it is restarted. */
            CRASH,
            /** It came back. */
            RESTART,
            /** Another process's step changed its state, and no message was in between. */
            TOUCHED
        }
    }
}
