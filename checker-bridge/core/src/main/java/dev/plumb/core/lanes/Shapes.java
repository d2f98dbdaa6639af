package dev.plumb.core.lanes;

import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the variables of a behaviour are made of, as far as its states agree: functions whose domain stays the same, and in
 * them, or alone, sets, bags and sequences that grow and shrink.
 */
final class Shapes {
    /** A channel of channels of channels: deeper nothing was seen to be sent. */
    private static final int DEEPEST = 4;

    private static final int LARGEST_DOMAIN = 64;

    /** How what may be messages is held. */
    enum Container {
        /** Of records, tuples or other functions: numbers and atoms are what a process knows, not what it is sent. */
        SET,
        /** From such to how many there are. */
        BAG,
        /** Of anything, whose length changes. */
        SEQUENCE
    }

    private final SortedMap<Cell, Set<TlaValue>> functions = new TreeMap<>();
    private final SortedMap<Cell, Container> containers = new TreeMap<>();
    /** Parts that are neither, and change. */
    private final SortedMap<Cell, TlaValue> others = new TreeMap<>();

    Shapes(List<SortedMap<String, TlaValue>> states) {
        states.get(0)
                .keySet()
                .forEach(variable -> look(
                        Cell.of(variable, false),
                        states.stream().map(state -> state.get(variable)).toList(),
                        DEEPEST));
    }

    private void look(Cell place, List<TlaValue> values, int deeper) {
        Optional<Container> container = container(values);
        if (deeper > 0 && isFunction(values)) {
            Set<TlaValue> domain = domain(values.get(0));
            functions.put(place, domain);
            domain.forEach(index -> look(
                    place.at(index),
                    values.stream()
                            .map(value -> ((TlaValue.Fn) value).apply(index).orElseThrow())
                            .toList(),
                    deeper - 1));
        } else if (container.isPresent()) {
            containers.put(place, container.get());
        } else if (values.stream().distinct().limit(2).count() > 1) {
            others.put(place, values.get(0));
        }
    }

    private static boolean isFunction(List<TlaValue> values) {
        Set<TlaValue> domain = domain(values.get(0));
        return !domain.isEmpty()
                && domain.size() <= LARGEST_DOMAIN
                && values.stream().allMatch(value -> domain(value).equals(domain));
    }

    private static Set<TlaValue> domain(TlaValue value) {
        return value instanceof TlaValue.Fn fn ? fn.entries().keySet() : Set.of();
    }

    private static Optional<Container> container(List<TlaValue> values) {
        if (values.stream().allMatch(TlaValue.SetOf.class::isInstance)) {
            return isOfMessages(values.stream().flatMap(set -> ((TlaValue.SetOf) set).elements().stream()))
                    ? Optional.of(Container.SET)
                    : Optional.empty();
        } else if (!values.stream().allMatch(TlaValue.Fn.class::isInstance)) {
            return Optional.empty();
        } else if (values.stream().allMatch(Shapes::countsMessages)
                && values.stream().anyMatch(value -> !domain(value).isEmpty())) {
            return Optional.of(Container.BAG);
        }
        boolean areSequences = values.stream().allMatch(value -> ((TlaValue.Fn) value).isTuple());
        long lengths =
                values.stream().map(value -> domain(value).size()).distinct().count();
        return areSequences && lengths > 1 ? Optional.of(Container.SEQUENCE) : Optional.empty();
    }

    private static boolean isOfMessages(Stream<TlaValue> elements) {
        List<TlaValue> all = elements.toList();
        return !all.isEmpty() && all.stream().allMatch(TlaValue.Fn.class::isInstance);
    }

    private static boolean countsMessages(TlaValue value) {
        return ((TlaValue.Fn) value)
                .entries().entrySet().stream()
                        .allMatch(entry ->
                                entry.getKey() instanceof TlaValue.Fn && entry.getValue() instanceof TlaValue.Int);
    }

    /** The functions with their domains: variables, and parts of variables. */
    SortedMap<Cell, Set<TlaValue>> functions() {
        return functions;
    }

    /** Where messages may be. */
    SortedMap<Cell, Container> containers() {
        return containers;
    }

    /** Whether all that changes in a part of the state is in these containers. */
    boolean holdsOnly(Set<Cell> some, Cell part) {
        return some.stream().anyMatch(each -> each.isIn(part))
                && others.keySet().stream().noneMatch(other -> other.isIn(part))
                && containers.keySet().stream().filter(each -> each.isIn(part)).allMatch(some::contains);
    }
}
