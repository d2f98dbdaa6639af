package dev.plumb.core.tlc;

import dev.plumb.core.CoreProblems;
import dev.plumb.kernel.PrivateFolder;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A TLC is asked about itself, and shows that it works, by checking a model of one state as any other would be checked. */
public final class TlcProbe {
    private static final int VERSION = 2262;
    private static final int BANNER = 2187;
    private static final Pattern RESOURCES =
            Pattern.compile("with (\\d+) workers?.* (\\d+) ?MB heap and (\\d+) ?MB offheap memory");
    private static final String MODULE = "---- MODULE Probe ----\nVARIABLE x\nInit == x = 0\nNext == x' = x\n====\n";
    private static final String CONFIG = "INIT Init\nNEXT Next\n";

    /**
     * What it says.
     *
     * @param features that not every TLC has
     */
    public record Answer(
            String version, int workers, long heapMegabytes, long offHeapMegabytes, List<String> features) {}

    private final TlcJar jar;

    public TlcProbe(TlcJar jar) {
        this.jar = jar;
    }

    /**
     * Asks.
     *
     * @throws Problem if this TLC does not work here
     */
    public Answer ask() {
        try (PrivateFolder folder = PrivateFolder.create("plumb-probe-")) {
            return answer(run(folder.path()));
        } catch (IOException | UncheckedIOException e) {
            throw CoreProblems.cannotStart("TLC", e.getMessage());
        }
    }

    private TlcRun run(Path folder) throws IOException {
        Path module = Files.writeString(folder.resolve("Probe.tla"), MODULE);
        Path config = Files.writeString(folder.resolve("Probe.cfg"), CONFIG);
        TlcArguments arguments = new TlcArguments(module, config, List.of(folder), 0, Coverage.OFF);
        try (TlcPool pool = new TlcPool(jar)) {
            return pool.run(arguments, folder.resolve("tlc.out"), new TlcListener() {});
        }
    }

    private Answer answer(TlcRun run) {
        Matcher resources = RESOURCES.matcher(text(run, BANNER));
        if (run.exitCode() != 0 || !resources.find()) {
            String said = run.messages().stream()
                    .filter(ToolMessage::isError)
                    .map(ToolMessage::text)
                    .findFirst()
                    .orElse(run.unframed().strip());
            throw CoreProblems.noVerdict(run.exitCode(), said);
        }
        return new Answer(
                text(run, VERSION).replaceFirst("^TLC2 Version ", "").strip(),
                Integer.parseInt(resources.group(1)),
                Long.parseLong(resources.group(2)),
                Long.parseLong(resources.group(3)),
                features());
    }

    private static String text(TlcRun run, int code) {
        return run.with(code).stream().map(ToolMessage::text).findFirst().orElse("");
    }

    private List<String> features() {
        List<String> features = new ArrayList<>();
        for (String keyword : List.of("ALIAS", "POSTCONDITION")) {
            if (jar.knowsKeyword(keyword)) {
                features.add(keyword);
            }
        }
        for (String option : List.of("-generateSpecTE", "-dumpTrace", "-debugger")) {
            if (jar.knowsOption(option)) {
                features.add(option);
            }
        }
        if (jar.has("pcal/trans.class")) {
            features.add("PlusCal");
        }
        return features;
    }
}
