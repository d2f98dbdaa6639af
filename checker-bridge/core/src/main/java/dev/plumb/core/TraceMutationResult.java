package dev.plumb.core;

import dev.plumb.core.TraceMutant.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of the mutants of traces.
 *
 * @param possible how many there are, of which those of the results were drawn
 */
public record TraceMutationResult(long possible, List<Judged> mutants) {
    /** A mutant and whether the spec allows it. */
    public record Judged(TraceMutant mutant, Verdict verdict) {}

    /** What came of a mutant. */
    public enum Verdict {
        /** It is no behaviour of the spec, or breaks what the cfg claims. */
        REFUSED,
        /** It is a behaviour of the spec, as what was recorded is: nobody would notice this fault. */
        ACCEPTED,
        /** That would have taken too long to find out. */
        UNDECIDED
    }

    /**
     * What came of those of one sort.
     *
     * @param action of the events, or empty
     * @param field that was changed, or empty
     */
    public record Row(String action, Kind kind, String field, int refused, int accepted, int undecided) {
        private Row plus(Verdict verdict) {
            return new Row(
                    action,
                    kind,
                    field,
                    refused + (verdict == Verdict.REFUSED ? 1 : 0),
                    accepted + (verdict == Verdict.ACCEPTED ? 1 : 0),
                    undecided + (verdict == Verdict.UNDECIDED ? 1 : 0));
        }
    }

    /** By action in the order of their first events, then by kind, then by field. */
    public List<Row> rows() {
        Map<String, Map<Kind, Map<String, Row>>> rows = new LinkedHashMap<>();
        for (Judged each : mutants) {
            TraceMutant mutant = each.mutant();
            Row none = new Row(mutant.action(), mutant.kind(), mutant.field(), 0, 0, 0);
            rows.computeIfAbsent(mutant.action(), action -> new EnumMap<>(Kind.class))
                    .computeIfAbsent(mutant.kind(), kind -> new TreeMap<>())
                    .merge(mutant.field(), none.plus(each.verdict()), (row, one) -> row.plus(each.verdict()));
        }
        List<Row> all = new ArrayList<>();
        rows.values().forEach(kinds -> kinds.values().forEach(fields -> all.addAll(fields.values())));
        return all;
    }

    public long count(Verdict verdict) {
        return mutants.stream().filter(each -> each.verdict() == verdict).count();
    }

    /** This and that of other traces. */
    public TraceMutationResult plus(TraceMutationResult other) {
        List<Judged> all = new ArrayList<>(mutants);
        all.addAll(other.mutants);
        return new TraceMutationResult(possible + other.possible, all);
    }
}
