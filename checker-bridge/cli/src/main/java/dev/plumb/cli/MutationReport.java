package dev.plumb.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.CheckOptions;
import dev.plumb.core.Finding;
import dev.plumb.core.Model;
import dev.plumb.core.Mutant;
import dev.plumb.core.MutantResult;
import dev.plumb.core.MutantResult.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * What came of the mutants of a model.
 *
 * @param possible how many mutants there are, of which those of the results were drawn
 */
record MutationReport(Model model, CheckOptions options, int possible, long seed, List<MutantResult> results) {
    private static final int NOTHING_CHECKED = 4;
    private static final int INCOMPLETE = 20;

    int exitCode() {
        if (count(Verdict.SURVIVED) > 0) {
            return ExitCodes.EXPECTATION_DIFFERS;
        } else if (count(Verdict.KILLED) > 0) {
            return 0;
        }
        return count(Verdict.UNDECIDED) > 0 ? INCOMPLETE : NOTHING_CHECKED;
    }

    String text() {
        StringBuilder text = new StringBuilder(headline()).append('\n');
        text.append("  ").append(counts()).append('\n');
        results.stream().filter(result -> result.verdict() == Verdict.SURVIVED).forEach(result -> text.append('\n')
                .append(headline(result))
                .append('\n')
                .append(excerpt(result.mutant().place())));
        results.stream().filter(result -> result.verdict() == Verdict.UNDECIDED).forEach(result -> text.append('\n')
                .append(headline(result))
                .append("\n  ")
                .append(result.why())
                .append('\n'));
        return text.toString();
    }

    private String headline() {
        long decided = count(Verdict.KILLED) + count(Verdict.SURVIVED);
        String word = count(Verdict.SURVIVED) > 0 ? "SURVIVED" : decided > 0 ? "KILLED  " : "NOTHING ";
        return word + "  " + model.name() + options.inWords() + ": its checks notice " + count(Verdict.KILLED) + " of "
                + decided + (decided == 1 ? " fault." : " faults.");
    }

    /** What is behind the score. */
    private String counts() {
        String drawn = results.size() < possible
                ? results.size() + " of " + possible + " mutants, drawn with seed " + seed
                : possible + (possible == 1 ? " mutant" : " mutants");
        return drawn + "; not counted: " + count(Verdict.UNDECIDED) + " undecided, " + count(Verdict.INVALID)
                + " that TLC cannot evaluate";
    }

    private static String headline(MutantResult result) {
        Finding.Place place = result.mutant().place();
        return place.file() + ":" + place.line() + ":" + place.column() + ": " + word(result.verdict()) + ": "
                + fault(result.mutant());
    }

    private static String fault(Mutant mutant) {
        String original = mutant.mutation().original();
        return switch (mutant.mutation().kind()) {
            case DROP_ACTION -> "without the action " + original;
            case DROP_GUARD -> "without the guard " + original;
            case DROP_FAIRNESS -> "without the fairness " + original;
            case DENY_CONSEQUENT -> "with FALSE for what is claimed where " + original;
            case NEGATE, WEAKEN -> "with " + mutant.mutation().replacement() + " instead of " + original;
        };
    }

    private static String excerpt(Finding.Place place) {
        return Excerpt.of(place.file(), place.line(), place.column(), place.length());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    /** What a program reads; fields may be added, none is renamed or removed. */
    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("plumb", 1).put("check", "mutate");
        root.put("model", model.config().orElse(model.module()).toString());
        ObjectNode constants = root.putObject("constants");
        options.constants().forEach(constants::put);
        root.put("possible", possible).put("seed", seed);
        for (Verdict verdict : Verdict.values()) {
            root.put(word(verdict), count(verdict));
        }
        ArrayNode mutants = root.putArray("mutants");
        results.forEach(result -> mutants.add(node(result)));
        return root.toString();
    }

    private static ObjectNode node(MutantResult result) {
        Finding.Place place = result.mutant().place();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("verdict", word(result.verdict()));
        node.put("kind", word(result.mutant().mutation().kind()));
        node.putObject("place")
                .put("file", place.file().toString())
                .put("line", place.line())
                .put("column", place.column())
                .put("length", place.length());
        node.put("original", result.mutant().mutation().original());
        node.put("replacement", result.mutant().mutation().replacement());
        return node.put("found", result.why());
    }
}
