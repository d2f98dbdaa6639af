package dev.plumb.simulation.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Things that the system does not tell apart: whatever it can do, it can do with any two of them exchanged. States that
 * differ only in which is which are then visited once.
 *
 * @param <S> the state
 */
public final class Symmetry<S> {
    private final List<int[]> permutations = new ArrayList<>();
    private final Permuted<S> permuted;

    /** A state with its things exchanged. */
    @FunctionalInterface
    public interface Permuted<S> {
        /**
         * The state in which thing {@code i} is called {@code names[i]}.
         *
         * @param names a permutation of the numbers from 0 on
         */
        S of(S state, int[] names);
    }

    private Symmetry(int things, Permuted<S> permuted) {
        this.permuted = permuted;
        int[] names = new int[things];
        for (int i = 0; i < things; i++) {
            names[i] = i;
        }
        addPermutations(names, things);
    }

    /** So many things, numbered from 0 on. There are {@code things!} ways to name them, all of which are tried each time. */
    public static <S> Symmetry<S> of(int things, Permuted<S> permuted) {
        return new Symmetry<>(things, permuted);
    }

    /** Heap's algorithm. */
    private void addPermutations(int[] names, int rest) {
        if (rest <= 1) {
            permutations.add(names.clone());
            return;
        }
        for (int i = 0; i < rest; i++) {
            addPermutations(names, rest - 1);
            int other = rest % 2 == 0 ? i : 0;
            int last = names[rest - 1];
            names[rest - 1] = names[other];
            names[other] = last;
        }
    }

    /** A fingerprint that is equal for states that differ only in which is which: the least of theirs. */
    ToLongFunction<S> over(ToLongFunction<S> fingerprint) {
        return state -> permutations.stream()
                .mapToLong(names -> fingerprint.applyAsLong(permuted.of(state, names)))
                .min()
                .orElseThrow();
    }
}
