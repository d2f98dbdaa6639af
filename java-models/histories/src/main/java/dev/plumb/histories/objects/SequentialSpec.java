package dev.plumb.histories.objects;

import dev.plumb.histories.Call;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an object does when its calls come one after the other: the meaning against which histories are held. Users write
 * their own.
 *
 * @param <S> its states: immutable, with {@code equals} and {@code hashCode}
 */
public interface SequentialSpec<S> {

    /** For messages: "a register". */
    String name();

    /** Its operations, each with the number of its arguments. */
    Map<String, Integer> operations();

    S init();

    /**
     * What a call may do in a state. More than one step where the object chooses, none where the call is not possible.
     *
     * @param call of an operation that is among {@link #operations}, with as many arguments; its answer must not matter
     * @throws dev.plumb.traces.Problem if an argument is of the wrong kind
     */
    List<Step<S>> steps(S state, Call call);

    /** Whether an operation never changes the state. */
    default boolean isQuery(String operation) {
        return false;
    }

    /** What a call reads and what it changes, to see how much a history can show. */
    default List<Access> accesses(Call call) {
        return List.of(new Access(Optional.empty(), !isQuery(call.operation())));
    }

    /**
     * What a call does with one thing.
     *
     * @param part of the object; empty for all of it
     * @param isUpdate whether it may change that, or only reads it
     */
    record Access(Optional<TlaValue> part, boolean isUpdate) {}

    /**
     * One thing that a call may do.
     *
     * @param result what it then returns; empty where that is not told, and any result fits
     */
    record Step<S>(S state, Optional<TlaValue> result) {

        public static <S> List<Step<S>> to(S state) {
            return List.of(new Step<>(state, Optional.empty()));
        }

        public static <S> List<Step<S>> to(S state, TlaValue result) {
            return List.of(new Step<>(state, Optional.of(result)));
        }

        /** Whether a client may see this where it happens. */
        public boolean fits(Optional<TlaValue> seen) {
            return seen.isEmpty() || result.isEmpty() || seen.equals(result);
        }
    }
}
