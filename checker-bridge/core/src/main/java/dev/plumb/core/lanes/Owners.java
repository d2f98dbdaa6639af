package dev.plumb.core.lanes;

import dev.plumb.core.lanes.Families.Family;
import dev.plumb.core.lanes.Shapes.Container;
import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which member of a family takes a step: the first argument that names one whose entry the step is about; else
 * the one whose entry changes. A step that only sends is its argument's.
 */
final class Owners implements Actors {
    private final Run run;
    private final Family family;
    private final Oracle oracle;
    /** Functions that hold the state of processes, and not messages. */
    private final List<Cell> tables;

    private final Map<Cell, Container> channels;
    private final List<Optional<TlaValue>> owners = new ArrayList<>();

    Owners(Run run, Family family, Shapes shapes, Map<Cell, Container> channels, Oracle oracle) {
        this.run = run;
        this.family = family;
        this.oracle = oracle;
        this.channels = channels;
        this.tables = family.tables().stream()
                .filter(table -> !shapes.holdsOnly(channels.keySet(), table))
                .toList();
        for (int step = 0; step < run.states().size(); step++) {
            owners.add(step == 0 ? Optional.empty() : owner(step));
        }
    }

    @Override
    public List<String> names() {
        return family.members().stream().map(Values::name).toList();
    }

    @Override
    public Optional<String> of(int step) {
        return owners.get(step).map(Values::name);
    }

    @Override
    public Optional<String> process(TlaValue value) {
        return family.members().contains(value) ? Optional.of(Values.name(value)) : Optional.empty();
    }

    @Override
    public Set<String> changed(int step) {
        return changedEntries(step).stream().map(Values::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<String> variables() {
        return family.tables().stream().map(Cell::variable).collect(Collectors.toSet());
    }

    @Override
    public String foundBy() {
        return "the domain of " + family.tables().stream().map(Cell::toString).collect(Collectors.joining(", "));
    }

    Family family() {
        return family;
    }

    /** How many steps somebody owns. */
    long owned() {
        return owners.stream().filter(Optional::isPresent).count();
    }

    /** How many steps have to do with somebody of the family: what is done to one is, even if another does it. */
    long about() {
        long about = 0;
        for (int step = 1; step < owners.size(); step++) {
            about += of(step).isPresent() || !named(step).isEmpty() ? 1 : 0;
        }
        return about;
    }

    private Optional<TlaValue> owner(int step) {
        List<TlaValue> named = named(step);
        Set<TlaValue> changed = changedEntries(step);
        Optional<TlaValue> actor = named.stream()
                .filter(each -> changed.contains(each) || isAbout(each, step))
                .findFirst();
        if (actor.isPresent()) {
            // what a step that changes nothing looks at may as well be another's
            return run.before(step).equals(run.after(step)) ? named.stream().findFirst() : actor;
        } else if (changed.isEmpty()) {
            return named.stream().filter(each -> onlySends(step)).findFirst();
        }
        return changed.size() == 1 ? changed.stream().findFirst() : Optional.empty();
    }

    private List<TlaValue> named(int step) {
        return run.arguments(step).stream().filter(family.members()::contains).toList();
    }

    private Set<TlaValue> changedEntries(int step) {
        SortedSet<TlaValue> changed = new TreeSet<>();
        for (Cell table : tables) {
            SortedMap<TlaValue, TlaValue> before = entries(table, run.before(step));
            entries(table, run.after(step)).forEach((member, value) -> {
                if (!value.equals(before.get(member)) && !isOnlySent(table.at(member), step)) {
                    changed.add(member);
                }
            });
        }
        return changed;
    }

    private static SortedMap<TlaValue, TlaValue> entries(Cell table, SortedMap<String, TlaValue> state) {
        return ((TlaValue.Fn) Values.at(table, state).orElseThrow()).entries();
    }

    /** Whether all that changes in a part of the state is what is in channels in it. */
    private boolean isOnlySent(Cell part, int step) {
        SortedMap<String, TlaValue> before = run.before(step);
        for (Cell channel : channels.keySet()) {
            if (channel.isIn(part)) {
                before =
                        Values.with(channel, Values.at(channel, run.after(step)).orElseThrow(), before);
            }
        }
        return Values.at(part, before).equals(Values.at(part, run.after(step)));
    }

    private boolean isAbout(TlaValue member, int step) {
        return tables.stream().map(table -> table.at(member)).anyMatch(entry -> oracle.about(step).stream()
                .anyMatch(cell -> cell.isIn(entry)));
    }

    /** Whether a step changes nothing but what is in channels, and there is more in one of them then. */
    private boolean onlySends(int step) {
        return run.before(step).keySet().stream().allMatch(variable -> isOnlySent(Cell.of(variable, false), step))
                && channels.keySet().stream()
                        .anyMatch(channel -> size(channel, run.after(step)) > size(channel, run.before(step)));
    }

    private int size(Cell channel, SortedMap<String, TlaValue> state) {
        Container container = Objects.requireNonNull(channels.get(channel));
        return Items.elements(container, Values.at(channel, state).orElseThrow())
                .size();
    }
}
