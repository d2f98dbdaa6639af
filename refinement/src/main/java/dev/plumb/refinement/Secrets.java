package dev.plumb.refinement;

import dev.plumb.traces.Observation;
import dev.plumb.traces.Observation.Content;
import dev.plumb.traces.Observation.Part;
import dev.plumb.traces.Observation.Whole;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Leaves out what has to do with a secret name. As a whole: a record without one of its fields would be another value,
 * whereas nothing is wrong with what was not observed.
 */
final class Secrets {
    private final SortedSet<String> names;

    Secrets(SortedSet<String> names) {
        this.names = names;
    }

    TraceHeader without(TraceHeader header) {
        return header.withConstants(without(header.constants(), this::tells))
                .withInit(without(header.init(), this::tells));
    }

    SpecStep without(SpecStep step) {
        return names.isEmpty()
                ? step
                : new SpecStep(
                        step.action(),
                        step.run(),
                        without(step.arguments(), this::tells),
                        without(step.before(), this::tells),
                        without(step.state(), this::tells),
                        step.at());
    }

    private <T> SortedMap<String, T> without(SortedMap<String, T> entries, Predicate<T> tells) {
        SortedMap<String, T> rest = new TreeMap<>(entries);
        rest.entrySet().removeIf(entry -> names.contains(entry.getKey()) || tells.test(entry.getValue()));
        return rest;
    }

    private boolean tells(Observation observation) {
        if (observation instanceof Whole whole) {
            return tells(whole.value());
        } else if (observation instanceof Part part) {
            return part.entries().entrySet().stream()
                    .anyMatch(entry -> isSecretIndex(entry.getKey()) || tells(entry.getValue()));
        } else if (observation instanceof Content content) {
            return Stream.of(content.has(), content.hasNot(), content.added(), content.removed(), content.appended())
                    .flatMap(Optional::stream)
                    .flatMap(Collection::stream)
                    .anyMatch(this::tells);
        }
        return true; // of no other kind is it known what it tells
    }

    private boolean tells(TlaValue value) {
        if (value instanceof TlaValue.SetOf set) {
            return set.elements().stream().anyMatch(this::tells);
        } else if (value instanceof TlaValue.Fn fn) {
            return fn.entries().entrySet().stream()
                    .anyMatch(entry -> isSecretIndex(entry.getKey().toString())
                            || tells(entry.getKey())
                            || tells(entry.getValue()));
        }
        return false;
    }

    /** An index is TLA+ text, in which a string may stand in quotes. */
    private boolean isSecretIndex(String index) {
        return names.stream()
                .anyMatch(name ->
                        index.equals(name) || index.equals(TlaValue.of(name).toString()));
    }
}
