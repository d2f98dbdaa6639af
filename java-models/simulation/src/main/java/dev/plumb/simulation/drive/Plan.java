package dev.plumb.simulation.drive;

import dev.plumb.simulation.Message;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Link;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;

/**
 * What is to happen, in order, and can still happen when something before it has not: messages are told by what they say
 * and not by their place on the link. What cannot happen is left out.
 */
record Plan(List<Item> items) {

    /**
     * One thing to happen.
     *
     * @param message the one that the move is about, if it is about one
     * @param mayDiffer whether another message of its kind will do where this one is not on its way
     */
    record Item(Move move, @Nullable Message message, boolean mayDiffer) {

        boolean isFault() {
            return move instanceof Move.Faulty;
        }

        /** At which place of these moves it is, in this state. */
        OptionalInt among(List<Move> moves, WorldState state) {
            OptionalInt same = first(moves, other -> is(other, state));
            return same.isEmpty() && mayDiffer ? first(moves, other -> isLike(other, state)) : same;
        }

        private static OptionalInt first(List<Move> moves, Predicate<Move> wanted) {
            return IntStream.range(0, moves.size())
                    .filter(i -> wanted.test(moves.get(i)))
                    .findFirst();
        }

        private boolean is(Move other, WorldState state) {
            return message == null ? move.equals(other) : isThere(other) && message.equals(Plan.message(other, state));
        }

        private boolean isLike(Move other, WorldState state) {
            return message != null
                    && isThere(other)
                    && message.getClass()
                            == Objects.requireNonNull(Plan.message(other, state))
                                    .getClass();
        }

        private boolean isThere(Move other) {
            return move.getClass() == other.getClass() && Objects.equals(link(move), link(other));
        }
    }

    /** What happened in a run, the beginning left out. */
    static Plan of(Run run) {
        var world = run.scenario().world();
        List<Item> items = new ArrayList<>();
        Replaying choices = new Replaying(run.choices());
        WorldState state = world.initial(choices).next();
        for (Happened happened : run.steps().subList(1, run.steps().size())) {
            items.add(item(happened.move(), state));
            state = world.step(state, choices).orElseThrow().next();
        }
        if (run.violation()
                .filter(found -> found.kind() == Violation.Kind.HANDLER)
                .isPresent()) {
            items.add(item(world.choose(state, choices).orElseThrow(), state)); // what threw is no step
        }
        return new Plan(items);
    }

    /** That this happens in this state. */
    static Item item(Move move, WorldState state) {
        return new Item(move, message(move, state), false);
    }

    /** The same where messages may say something else, such as other numbers. */
    Plan loosely() {
        return new Plan(items.stream()
                .map(item -> new Item(item.move(), item.message(), true))
                .toList());
    }

    /** The same without a call that a client makes, by its number among those. */
    Plan withoutCall(String client, int number) {
        List<Item> rest = new ArrayList<>();
        int made = 0;
        for (Item item : items) {
            boolean isOfClient = item.move().equals(new Move.Invoke(client));
            if (!isOfClient || made != number) {
                rest.add(item);
            }
            made += isOfClient ? 1 : 0;
        }
        return new Plan(rest);
    }

    private static @Nullable Link link(Move move) {
        if (move instanceof Move.Deliver delivery) {
            return delivery.link();
        } else if (move instanceof Move.Lose loss) {
            return loss.link();
        }
        return move instanceof Move.Duplicate twice ? twice.link() : null;
    }

    private static @Nullable Message message(Move move, WorldState state) {
        Link link = link(move);
        PVector<WorldState.InFlight> messages =
                link == null ? null : state.network().get(link);
        return messages == null ? null : messages.get(index(move)).message();
    }

    private static int index(Move move) {
        if (move instanceof Move.Deliver delivery) {
            return delivery.index();
        }
        return move instanceof Move.Lose loss ? loss.index() : ((Move.Duplicate) move).index();
    }
}
