package dev.plumb.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs contenders in turn, several rounds of it, so that what else the machine does hits all of them alike. The first is
 * what the others are compared with.
 */
final class SideBySide {
    private final String job;
    private final List<Contender> contenders;
    private final Path folder;
    private final PrintStream out;

    SideBySide(String job, List<Contender> contenders, Path folder, PrintStream out) {
        this.job = job;
        this.contenders = contenders;
        this.folder = folder;
        this.out = out;
    }

    void run(int rounds) throws IOException, InterruptedException {
        out.println(job + ", " + rounds + " rounds");
        Map<Contender, Times> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : contenders) {
                times.computeIfAbsent(contender, each -> new Times()).add(contender.run(folder));
            }
        }
        double first = times.values().iterator().next().median();
        times.forEach((contender, each) -> {
            String note = each.median() < contender.limit().toSeconds() ? "" : ", stopped then";
            double ratio = each.median() / first;
            out.printf(Locale.ROOT, "  %-34s %-30s ratio %.3f%s%n", contender.name(), each, ratio, note);
        });
        out.println();
    }
}
