package dev.plumb.core.lanes;

import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The sets that may be the processes of a behaviour: the domains that functions of its state have in common. */
final class Families {
    /**
     * A set of what may be processes.
     *
     * @param members in the order of their lanes
     * @param tables functions with an entry for each of them, or for some
     */
    record Family(Set<TlaValue> members, SortedSet<Cell> tables) {
        /** That of some processes that are known. */
        static Family of(Collection<TlaValue> members, Shapes shapes) {
            Family family = new Family(new LinkedHashSet<>(members), new TreeSet<>());
            shapes.functions().forEach((place, domain) -> {
                if (isOutermost(place, shapes) && family.members().containsAll(domain)) {
                    family.tables().add(place);
                }
            });
            return family;
        }
    }

    private Families() {}

    static List<Family> in(Run run, Shapes shapes) {
        Set<Set<TlaValue>> domains = new LinkedHashSet<>();
        shapes.functions().forEach((place, domain) -> {
            if (domain.size() >= 2
                    && domain.stream().noneMatch(Families::isComposed)
                    && isOutermost(place, shapes)
                    && (isNamed(domain, run) || !isRecord(domain))) {
                domains.add(domain);
            }
        });
        return domains.stream().map(domain -> Family.of(domain, shapes)).toList();
    }

    /** Pairs and sets of processes are no processes. */
    private static boolean isComposed(TlaValue value) {
        return value instanceof TlaValue.Fn || value instanceof TlaValue.SetOf;
    }

    /** A variable, or a field of one: what a process knows of others is not where it keeps its own state. */
    private static boolean isOutermost(Cell place, Shapes shapes) {
        return place.path().isEmpty()
                || (place.path().size() == 1
                        && isRecord(shapes.functions().getOrDefault(Cell.of(place.variable(), false), Set.of())));
    }

    private static boolean isRecord(Set<TlaValue> domain) {
        return !domain.isEmpty() && domain.stream().allMatch(TlaValue.Str.class::isInstance);
    }

    /** A record is a function too; it counts only if the actions' arguments are among its fields. */
    private static boolean isNamed(Set<TlaValue> domain, Run run) {
        return run.actions().stream()
                .flatMap(action -> action.arguments().stream())
                .anyMatch(domain::contains);
    }
}
