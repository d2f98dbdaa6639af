package dev.plumb.core.lanes;

import static java.util.stream.Collectors.joining;

import dev.plumb.core.Behaviour.Incident;
import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.lanes.Families.Family;
import dev.plumb.core.lanes.Shapes.Container;
import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The processes of a behaviour, which of them takes which step, and what they send each other, found in the states alone.
 * Where functions of the state have a domain in common, that is taken for the set of processes, and a step belongs to the
 * one whose entry it changes; where there are none, but messages, variables that are changed together are taken for a
 * process. Nothing is recognised by the name of a variable.
 */
public final class SpaceTime {
    /** Steps that no process owns, where nothing gives their owner a name. */
    static final String ENVIRONMENT = "environment";

    /** More than anybody would choose from. */
    private static final int OTHERS_MAX = 4;

    private final Run run;
    private final Mail mail;
    private final List<Actors> actors;
    private final Map<Cell, Container> channels;
    private final String other;
    private final boolean areGiven;

    private SpaceTime(
            Run run,
            Mail mail,
            List<Actors> actors,
            Map<Cell, Container> channels,
            Annotation given,
            boolean areGiven) {
        this.run = run;
        this.mail = mail;
        this.actors = actors;
        this.channels = channels;
        this.other = given.other().orElseGet(() -> otherProcess(actors, channels, run));
        this.areGiven = areGiven;
    }

    /** Finds what the model does not say of them. */
    public static SpaceTime of(Run run, Oracle oracle, Annotation given) {
        return of(run, oracle, given, given.processes().isPresent());
    }

    /**
     * The other sets of processes that are in the states, each as if the model said that it is the one; those that take most
     * steps first.
     */
    public List<SpaceTime> others(Oracle oracle, Annotation given) {
        return Families.in(run, new Shapes(run.states())).stream()
                .map(family -> Optional.of(List.copyOf(family.members())))
                .map(processes -> of(run, oracle, new Annotation(processes, given.carriers(), given.other()), false))
                .filter(each -> each.ownedSteps() > 0 && !each.names().equals(names()))
                .sorted(Comparator.comparingLong(SpaceTime::ownedSteps).reversed())
                .limit(OTHERS_MAX)
                .toList();
    }

    private static SpaceTime of(Run run, Oracle oracle, Annotation given, boolean areGiven) {
        Shapes shapes = new Shapes(run.states());
        Mail mail = new Mail(run, shapes, oracle);
        List<Family> families = given.processes()
                .map(processes -> List.of(Family.of(processes, shapes)))
                .orElseGet(() -> Families.in(run, shapes));
        // What carries messages is known only once their senders are.
        List<Actors> suspected = actors(run, owners(run, families, shapes, shapes.containers(), oracle), given);
        if (suspected.isEmpty()) {
            return ofRoles(run, mail, new Roles(run, shapes, oracle), given);
        }
        Map<Cell, Container> channels = new SpaceTime(run, mail, suspected, Map.of(), given, areGiven).channels(given);
        List<Actors> actors = actors(run, owners(run, families, shapes, channels, oracle), given);
        return new SpaceTime(run, mail, actors, channels, given, areGiven);
    }

    private static SpaceTime ofRoles(Run run, Mail mail, Roles roles, Annotation given) {
        Map<Cell, Container> channels = roles.areSeveral()
                ? new SpaceTime(run, mail, List.of(roles), Map.of(), given, false).channels(given)
                : Map.of();
        return channels.isEmpty()
                ? new SpaceTime(run, mail, List.of(), mail.setsOfRecords(), given, false)
                : new SpaceTime(run, mail, List.of(roles), channels, given, false);
    }

    private Map<Cell, Container> channels(Annotation given) {
        return given.carriers().map(mail::channels).orElseGet(() -> mail.channels(lanes()));
    }

    private static List<Owners> owners(
            Run run, List<Family> families, Shapes shapes, Map<Cell, Container> channels, Oracle oracle) {
        return families.stream()
                .map(family -> new Owners(run, family, shapes, channels, oracle))
                .toList();
    }

    private static List<Actors> actors(Run run, List<Owners> all, Annotation given) {
        return given.processes().isPresent() ? List.copyOf(all) : chosen(run, all);
    }

    /** The family that takes most steps, if most steps have to do with it, and others that take most of the rest. */
    private static List<Actors> chosen(Run run, List<Owners> all) {
        List<Owners> chosen = new ArrayList<>();
        all.stream()
                .max(Comparator.comparingLong(Owners::owned)
                        .thenComparingInt(each -> each.family().tables().size()))
                .filter(each ->
                        each.owned() > 0 && 2 * each.about() >= run.states().size() - 1)
                .ifPresent(chosen::add);
        for (Owners more : chosen.isEmpty() ? List.<Owners>of() : all) {
            if (areOthers(more, chosen) && takesMostOfTheRest(more, chosen, run)) {
                chosen.add(more);
            }
        }
        return List.copyOf(chosen);
    }

    /** Numbers are more often indices of something than a second kind of process. */
    private static boolean areOthers(Owners more, List<Owners> chosen) {
        return chosen.stream()
                        .allMatch(each -> Collections.disjoint(
                                more.family().members(), each.family().members()))
                && more.family().members().stream().noneMatch(TlaValue.Int.class::isInstance);
    }

    private static boolean takesMostOfTheRest(Owners more, List<Owners> chosen, Run run) {
        long left = 0;
        long taken = 0;
        for (int i = 1; i < run.states().size(); i++) {
            int step = i;
            if (chosen.stream().allMatch(each -> each.of(step).isEmpty())) {
                left++;
                taken += more.of(step).isPresent() ? 1 : 0;
            }
        }
        return left > 0 && 2 * taken >= left;
    }

    /** Who takes the step that leads to the state with this index; nobody the first, and nobody any if there are no lanes. */
    public Optional<String> owner(int step) {
        return step == 0 || actors.isEmpty() ? Optional.empty() : actor(step).or(() -> Optional.of(other));
    }

    private Optional<String> actor(int step) {
        return actors.stream().flatMap(each -> each.of(step).stream()).findFirst();
    }

    private long ownedSteps() {
        long owned = 0;
        for (int step = 1; step < run.states().size(); step++) {
            owned += actor(step).isPresent() ? 1 : 0;
        }
        return owned;
    }

    /** In the order of the values that they stand for; who takes the steps of nobody comes first. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (!actors.isEmpty()) {
            if (ownedSteps() < run.states().size() - 1) {
                names.add(other);
            }
            actors.forEach(each -> names.addAll(each.names()));
        }
        return List.copyOf(names);
    }

    /** How they were found, in words. */
    public String chosenBy() {
        if (actors.isEmpty()) {
            return "no set of processes was found";
        }
        String by = areGiven
                ? "as the model says"
                : "inferred from " + actors.stream().map(Actors::foundBy).collect(joining(", and from "));
        String incomplete = mail.isComplete() ? "" : "; who read which message was not looked for to the end";
        String owns = areGiven ? "; they own " : ", which owns ";
        return by + owns + ownedSteps() + " of " + (run.states().size() - 1) + " steps" + incomplete;
    }

    /** What they send each other. */
    public List<Message> messages() {
        return mail.messages(channels, lanes());
    }

    private Mail.Lanes lanes() {
        return new Mail.Lanes() {
            @Override
            public Optional<String> of(int step) {
                return owner(step);
            }

            @Override
            public boolean isOfNobody(int step) {
                return actor(step).isEmpty();
            }

            @Override
            public Optional<String> of(TlaValue process) {
                return actors.stream()
                        .flatMap(each -> each.process(process).stream())
                        .findFirst();
            }
        };
    }

    /** What befell processes. */
    public List<Incident> incidents() {
        List<Incident> incidents = new ArrayList<>();
        for (int i = 1; i < run.states().size(); i++) {
            int step = i;
            Optional<String> actor = actor(step);
            Failures.of(run.actions().get(step))
                    .ifPresent(kind -> actor.ifPresent(lane -> incidents.add(new Incident(step + 1, lane, kind))));
            actors.stream()
                    .map(each -> each.changed(step))
                    .flatMap(Collection::stream)
                    .filter(lane -> !actor.equals(Optional.of(lane)))
                    .forEach(lane -> incidents.add(new Incident(step + 1, lane, Incident.Kind.TOUCHED)));
        }
        return List.copyOf(incidents);
    }

    /**
     * Who takes the steps that no process takes. The variables that are neither theirs nor carry messages are its state;
     * what their names begin with in common, as in {@code tmState} and {@code tmPrepared}, is taken for its name.
     */
    private static String otherProcess(List<Actors> actors, Map<Cell, Container> channels, Run run) {
        Set<String> own = new TreeSet<>(run.states().get(0).keySet());
        actors.forEach(each -> own.removeAll(each.variables()));
        channels.keySet().forEach(channel -> own.remove(channel.variable()));
        String name = own.size() > 1 ? Values.commonBeginning(own) : "";
        return name.isEmpty() ? ENVIRONMENT : name;
    }
}
