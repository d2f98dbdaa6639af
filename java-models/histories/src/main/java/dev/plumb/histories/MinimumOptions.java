package dev.plumb.histories;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a history must have at least, on the command line. */
final class MinimumOptions {
    private static final String CONCURRENCY = "--min-concurrency";
    private static final String CONCURRENCY_MEAN = "--min-concurrency-mean";
    private static final String OPEN_READS = "--min-open-reads";
    private static final String ORDERED = "--min-ordered";

    @Option(
            names = CONCURRENCY,
            paramLabel = "N",
            description = "So many calls must have been under way at a time, once at least.")
    private int concurrency;

    @Option(
            names = CONCURRENCY_MEAN,
            paramLabel = "X",
            description = "So many calls must have been under way on average, whenever one began.")
    private double concurrencyMean;

    @Option(
            names = OPEN_READS,
            paramLabel = "SHARE",
            description = "This share of the reads, from 0 to 1, must each have had several updates to see.")
    private double openReads;

    @Option(names = ORDERED, paramLabel = "N", description = "So many pairs of calls must be ordered by time.")
    private long ordered;

    Strength.Minimum minimum() {
        return new Strength.Minimum(concurrency, concurrencyMean, openReads, ordered);
    }

    /** The options that were given, as a user would repeat them. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        add(CONCURRENCY, concurrency, words);
        add(CONCURRENCY_MEAN, concurrencyMean, words);
        add(OPEN_READS, openReads, words);
        add(ORDERED, ordered, words);
        return words;
    }

    private static void add(String option, Number value, List<String> words) {
        if (value.doubleValue() > 0) {
            words.addAll(List.of(option, value.toString()));
        }
    }
}
