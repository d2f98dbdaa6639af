package dev.plumb.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long a contender took, in seconds, run by run. */
final class Times {
    private final List<Double> seconds = new ArrayList<>();

    void add(double time) {
        seconds.add(time);
        seconds.sort(null);
    }

    void clear() {
        seconds.clear();
    }

    /** Of an even number, the mean of the two in the middle. */
    double median() {
        int middle = seconds.size() / 2;
        return seconds.size() % 2 == 1 ? seconds.get(middle) : (seconds.get(middle - 1) + seconds.get(middle)) / 2;
    }

    /** {@code 31.40 s (30.87 to 33.02)}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.2f s (%.2f to %.2f)", median(), seconds.get(0), seconds.get(seconds.size() - 1));
    }
}
