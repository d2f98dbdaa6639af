package dev.plumb.core;

import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Finds the processes of a behaviour in its states alone. Where the functions among its variables have a domain in
 * common, that is taken for the set of processes, and a step belongs to the process whose entry it changes. No variable
 * is recognised by its name.
 */
final class Lanes {
    /** Steps that no process of the family owns, where nothing gives their owner a name. */
    static final String ENVIRONMENT = "environment";

    private static final int SHORTEST_NAME = 2;

    /** A step: the values of its action's parameters, and the states around it. */
    record Transition(List<TlaValue> arguments, SortedMap<String, TlaValue> before, SortedMap<String, TlaValue> after) {
        Set<String> changed() {
            Set<String> changed = new TreeSet<>(after.keySet());
            changed.removeIf(variable -> Objects.equals(before.get(variable), after.get(variable)));
            return changed;
        }
    }

    /** Variables that are functions with the same domain in every state. */
    private record Family(NavigableSet<TlaValue> members, Set<String> variables) {}

    private final List<Optional<String>> owners;
    private final List<String> names;
    private final String chosenBy;

    private Lanes(List<Optional<String>> owners, List<String> names, String chosenBy) {
        this.owners = owners;
        this.names = names;
        this.chosenBy = chosenBy;
    }

    static Lanes of(List<Transition> transitions) {
        return families(transitions).stream()
                .map(family -> in(family, transitions))
                .max(Comparator.comparingLong(Lanes::owned))
                .filter(lanes -> 2 * lanes.owned() >= transitions.size())
                .orElseGet(() -> oneLane(transitions.size()));
    }

    /** The owner of the step that leads to the state with this index; the initial state has none. */
    Optional<String> owner(int index) {
        return index == 0 || names.isEmpty()
                ? Optional.empty()
                : owners.get(index - 1).or(() -> Optional.of(names.get(0)));
    }

    List<String> names() {
        return names;
    }

    /** How they were found, in words. */
    String chosenBy() {
        return chosenBy;
    }

    private long owned() {
        return owners.stream().filter(Optional::isPresent).count();
    }

    private static Lanes oneLane(int steps) {
        List<Optional<String>> owners = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            owners.add(Optional.empty());
        }
        return new Lanes(owners, List.of(), "no set of processes was found");
    }

    private static Lanes in(Family family, List<Transition> transitions) {
        List<Optional<String>> owners =
                transitions.stream().map(step -> owner(step, family)).toList();
        List<String> names = new ArrayList<>();
        if (owners.stream().anyMatch(Optional::isEmpty)) {
            names.add(otherProcess(family, transitions));
        }
        family.members().forEach(member -> names.add(name(member)));
        long owned = owners.stream().filter(Optional::isPresent).count();
        String by = "inferred from the domain of " + String.join(", ", family.variables()) + ", which owns " + owned
                + " of " + owners.size() + " steps";
        return new Lanes(owners, names, by);
    }

    /**
     * Who takes the steps that no member takes. The variables that are neither the family's nor carry messages are its
     * state; what their names begin with in common, as in {@code tmState} and {@code tmPrepared}, is taken for its name.
     */
    private static String otherProcess(Family family, List<Transition> transitions) {
        Set<String> own = new TreeSet<>(transitions.get(0).before().keySet());
        own.removeAll(family.variables());
        transitions.forEach(step -> own.removeAll(SentMessages.carriers(step.before(), step.after())));
        String prefix = own.stream().reduce(Lanes::commonPrefix).orElse("").replaceAll("[A-Z_]+$", "");
        return own.size() > 1 && prefix.length() >= SHORTEST_NAME ? prefix : ENVIRONMENT;
    }

    private static String commonPrefix(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return a.substring(0, length);
    }

    private static String name(TlaValue member) {
        return member instanceof TlaValue.Str string ? string.value() : member.toString();
    }

    private static List<Family> families(List<Transition> transitions) {
        Map<Set<TlaValue>, Family> families = new LinkedHashMap<>();
        if (!transitions.isEmpty()) {
            transitions.get(0).before().forEach((variable, value) -> {
                if (value instanceof TlaValue.Fn fn && isFamily(variable, fn, transitions)) {
                    NavigableSet<TlaValue> members = new TreeSet<>(fn.entries().keySet());
                    families.computeIfAbsent(members, m -> new Family(members, new TreeSet<>()))
                            .variables()
                            .add(variable);
                }
            });
        }
        return List.copyOf(families.values());
    }

    /** A record is a function too; it counts only if the actions' arguments are among its fields. */
    private static boolean isFamily(String variable, TlaValue.Fn fn, List<Transition> transitions) {
        Set<TlaValue> domain = fn.entries().keySet();
        boolean constant = transitions.stream()
                .allMatch(step -> step.after().get(variable) instanceof TlaValue.Fn after
                        && after.entries().keySet().equals(domain));
        boolean named =
                transitions.stream().anyMatch(step -> step.arguments().stream().anyMatch(domain::contains));
        return domain.size() >= 2 && constant && (named || !fn.isRecord());
    }

    private static Optional<String> owner(Transition step, Family family) {
        Optional<TlaValue> argument =
                step.arguments().stream().filter(family.members()::contains).findFirst();
        Set<TlaValue> entries = changedEntries(step, family);
        if (argument.isPresent() && (entries.contains(argument.get()) || onlySends(step))) {
            return argument.map(Lanes::name);
        }
        return entries.size() == 1 ? entries.stream().findFirst().map(Lanes::name) : Optional.empty();
    }

    private static Set<TlaValue> changedEntries(Transition step, Family family) {
        Set<TlaValue> entries = new TreeSet<>();
        for (String variable : family.variables()) {
            TlaValue.Fn before =
                    (TlaValue.Fn) Objects.requireNonNull(step.before().get(variable));
            TlaValue.Fn after =
                    (TlaValue.Fn) Objects.requireNonNull(step.after().get(variable));
            family.members().stream()
                    .filter(member -> !before.apply(member).equals(after.apply(member)))
                    .forEach(entries::add);
        }
        return entries;
    }

    /** Whether a step changes at most what carries messages; then its argument is the sender. */
    private static boolean onlySends(Transition step) {
        return SentMessages.carriers(step.before(), step.after()).containsAll(step.changed());
    }
}
