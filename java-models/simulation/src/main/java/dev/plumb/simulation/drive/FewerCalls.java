package dev.plumb.simulation.drive;

import dev.plumb.simulation.world.ClientState.Call;
import dev.plumb.traces.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pcollections.PVector;

/** Has clients make fewer calls, and with fewer values: one of their earlier calls of the same kind instead of a later one. */
final class FewerCalls {
    private final Attempts attempts;

    /** Tries other runs. */
    interface Attempts {
        /** The run that comes of a plan, if it fails as is wanted. */
        Optional<Run> planned(Scenario scenario, Plan plan);

        /** The run that comes of the choices of another one, if it fails as is wanted. */
        Optional<Run> chosen(Scenario scenario, Run like);
    }

    FewerCalls(Attempts attempts) {
        this.attempts = attempts;
    }

    /** Without each call that the failure does not need, whether it was made or not. */
    Run fewer(Run failing) {
        Run small = failing;
        for (Map.Entry<String, PVector<Call>> client :
                failing.scenario().workload().entrySet()) {
            int all = client.getValue().size();
            int made = made(small, client.getKey(), all).size();
            for (int number = made - 1; number >= 0; number--) {
                List<Integer> fewer = new ArrayList<>(made(small, client.getKey(), all));
                fewer.remove(number);
                Plan plan = Plan.of(small).withoutCall(client.getKey(), number);
                small = planned(calling(small, client.getKey(), fewer), plan).orElse(small);
            }
        }
        return small;
    }

    /** Clients that make fewer calls may number the others otherwise, and say so in messages. */
    private Optional<Run> planned(Scenario scenario, Plan plan) {
        return attempts.planned(scenario, plan).or(() -> attempts.planned(scenario, plan.loosely()));
    }

    private static List<Integer> made(Run run, String client, int all) {
        return run.scenario().calls().of(client, all);
    }

    private static Scenario calling(Run run, String client, List<Integer> calls) {
        Scenario scenario = run.scenario();
        return scenario.calling(scenario.calls().with(client, calls));
    }

    /** With the earliest values that will do. */
    Run fewerValues(Run failing) {
        Run small = failing;
        for (Map.Entry<String, PVector<Call>> client :
                failing.scenario().workload().entrySet()) {
            int made = made(small, client.getKey(), client.getValue().size()).size();
            for (int number = 0; number < made; number++) {
                small = withAnEarlierCall(small, client.getKey(), client.getValue(), number);
            }
        }
        return small;
    }

    private Run withAnEarlierCall(Run run, String client, PVector<Call> all, int number) {
        List<Integer> made = made(run, client, all.size());
        int place = made.get(number);
        return IntStream.range(0, place)
                .filter(earlier -> isOfTheSameKind(all.get(earlier), all.get(place)))
                .mapToObj(earlier -> {
                    List<Integer> others = new ArrayList<>(made);
                    others.set(number, earlier);
                    return sameChoices(calling(run, client, others), run);
                })
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(run);
    }

    private static boolean isOfTheSameKind(Call one, Call other) {
        return one.node().equals(other.node())
                && one.operation().getClass() == other.operation().getClass()
                && !one.equals(other);
    }

    /** There are consistency models that say nothing of histories in which a value is written twice. */
    private Optional<Run> sameChoices(Scenario scenario, Run run) {
        try {
            return attempts.chosen(scenario, run);
        } catch (Problem nothingIsSaidOfIt) {
            return Optional.empty();
        }
    }
}
