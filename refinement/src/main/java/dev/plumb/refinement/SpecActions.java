package dev.plumb.refinement;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which actions of the specification classes say that they implement, for a test to compare with those that it has. */
public final class SpecActions {
    private SpecActions() {}

    /** The names that stand in {@link SpecAction} at methods of these classes and of those nested in them. */
    public static SortedSet<String> of(Class<?>... classes) {
        return Stream.of(classes).flatMap(SpecActions::names).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(Class<?> type) {
        Stream<String> own = Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(SpecAction.class)))
                .flatMap(action -> Arrays.stream(action.value()));
        return Stream.concat(own, Stream.of(type.getDeclaredClasses()).flatMap(SpecActions::names));
    }
}
