package dev.plumb.simulation.explore;

/**
 * What no behaviour may neglect for ever.
 *
 * <p>As in TLA+, a step that changes nothing is none: it neither enables nor fulfils.
 *
 * @param <S> the state
 * @param isStrong {@code SF}: steps that are possible again and again are taken again and again; otherwise {@code WF}: only
 *     steps that stay possible are
 */
public record Fairness<S>(boolean isStrong, Steps<S> steps) {

    /** Which steps are meant. */
    @FunctionalInterface
    public interface Steps<S> {
        boolean include(S from, Object action, S to);
    }

    /** {@code WF_vars(A)}: if such a step stays possible for ever, one is taken. */
    public static <S> Fairness<S> weak(Steps<S> steps) {
        return new Fairness<>(false, steps);
    }

    /** {@code SF_vars(A)}: if such a step is possible again and again, one is taken. */
    public static <S> Fairness<S> strong(Steps<S> steps) {
        return new Fairness<>(true, steps);
    }

    /** {@code WF_vars(Next)}: the system does not stop while there is something that it can do. */
    public static <S> Fairness<S> progress() {
        return weak((from, action, to) -> true);
    }
}
