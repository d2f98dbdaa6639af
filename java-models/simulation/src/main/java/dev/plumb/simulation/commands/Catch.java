package dev.plumb.simulation.commands;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumb.core.Describe;
import dev.plumb.core.Outcome;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.explore.Path;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.WorldState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a checker has caught a bug, and at what price.
 *
 * @param schedule that shows the bug; empty if there is none
 * @param price empty if it did not come to that
 * @param remark what was not looked at, or why it is not known; may be empty
 * @param exitCode of the check that could not judge; 0 if it could
 */
record Catch(Result result, Optional<Schedule> schedule, Optional<Price> price, String remark, int exitCode) {

    /** What came of it. */
    enum Result {
        CAUGHT,
        /** Nothing was wrong with what was looked at. */
        MISSED,
        /** Something that was looked at could not be judged, and nothing was wrong with the rest. */
        UNKNOWN,
        /** There is no such check for it. */
        NONE
    }

    /** How long it is, and how many of its steps are faults of the world. */
    record Schedule(int steps, int faults) {
        static Schedule of(Path<WorldState> explored) {
            long faults = explored.steps().stream()
                    .map(step -> ((WorldSystem.Event) step.action()).happened().move())
                    .filter(Move.Faulty.class::isInstance)
                    .count();
            return new Schedule(explored.length(), (int) faults);
        }

        static Schedule of(Run run) {
            return new Schedule(run.steps().size() - 1, run.faults().size());
        }
    }

    /**
     * What the check took.
     *
     * @param looked at so many
     * @param of states or runs
     */
    record Price(long looked, String of, double seconds) {
        /** {@code 398 states, 1.7 s}. */
        String text() {
            String what = looked == 1 ? of.substring(0, of.length() - 1) : of;
            return String.format(Locale.ROOT, "%,d %s, %.1f s", looked, what, seconds);
        }
    }

    static final Catch NONE = new Catch(Result.NONE, Optional.empty(), Optional.empty(), "-", 0);

    static Catch caught(Optional<Schedule> schedule, Price price) {
        return new Catch(Result.CAUGHT, schedule, Optional.of(price), "", 0);
    }

    /** @param left what was not looked at; may be empty */
    static Catch missed(Price price, String left) {
        return new Catch(Result.MISSED, Optional.empty(), Optional.of(price), left, 0);
    }

    /**
     * Of what could not be judged.
     *
     * @param which that was
     * @param outcome what came of it instead
     */
    static Catch unknown(Optional<Price> price, String which, Outcome outcome) {
        String why = which + Describe.outcome(outcome);
        return new Catch(Result.UNKNOWN, Optional.empty(), price, why, outcome.exitCode());
    }

    boolean isCaught() {
        return result == Result.CAUGHT;
    }

    /** {@code 4 steps, 1 fault, 398 states, 1.7 s}. */
    String text() {
        List<String> found = new ArrayList<>();
        schedule.ifPresent(each -> {
            found.add(ScenarioOptions.count(each.steps(), "step"));
            if (each.faults() > 0) {
                found.add(ScenarioOptions.count(each.faults(), "fault"));
            }
        });
        price.map(Price::text).ifPresent(found::add);
        String facts = String.join(", ", found);
        return facts + (facts.isEmpty() || remark.isEmpty() ? "" : "; ") + remark;
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStringField("result", result.name().toLowerCase(Locale.ROOT));
        if (price.isPresent()) {
            out.writeNumberField(price.get().of(), price.get().looked());
            out.writeNumberField("seconds", price.get().seconds());
        }
        if (schedule.isPresent()) {
            out.writeNumberField("steps", schedule.get().steps());
            out.writeNumberField("faults", schedule.get().faults());
        }
        if (result != Result.NONE && !remark.isEmpty()) {
            out.writeStringField("remark", remark);
        }
    }
}
