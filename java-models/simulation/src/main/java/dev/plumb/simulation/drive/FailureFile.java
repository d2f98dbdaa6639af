package dev.plumb.simulation.drive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.WorldOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A failure as a file: the scenario, the choices, and what was found. All drivers take it.
 *
 * @param steps how many, the beginning included
 * @param violation what a replay must find again
 */
public record FailureFile(Scenario scenario, List<Integer> choices, int steps, Violation violation) {
    private static final JsonFactory JSON = new JsonFactory();
    static final String VERSION = "plumb-failure";
    static final int THIS_VERSION = 1;
    static final String CALLS = "calls";

    /** The first digits of the hash are enough to tell failures apart. */
    private static final int HASH_DIGITS = 10;

    public static FailureFile of(Run run) {
        Violation violation = run.violation().orElseThrow();
        int thrown = violation.kind() == Violation.Kind.HANDLER ? 1 : 0; // in the step after the last one
        Scenario scenario = run.scenario();
        ChosenCalls calls = scenario.calls().ofClients(scenario.workload().keySet());
        return new FailureFile(
                scenario.calling(calls), run.choices(), run.steps().size() + thrown, violation);
    }

    /** The run that was recorded, had again. */
    public Run replay() {
        return new Driver(scenario, steps).run(new Replaying(choices)).ended();
    }

    /**
     * Writes the failure to {@code <protocol>-<hash>.json}.
     *
     * @param happened in the run, for who reads the file
     * @param plumb how the user calls Plumb
     */
    public Path write(Path folder, List<Happened> happened, String plumb) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(scenario.protocol() + "-" + hash() + ".json");
        return Files.writeString(file, text(happened, plumb + " replay " + file) + "\n");
    }

    private String hash() {
        try {
            byte[] all = (scenario + " " + choices + " " + violation).getBytes(UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all);
            return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(List<Happened> happened, String replay) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
            out.writeStartObject();
            out.writeNumberField(VERSION, THIS_VERSION);
            out.writeStringField("protocol", scenario.protocol());
            out.writeNumberField("nodes", scenario.nodes());
            out.writeStringField("bug", scenario.bug());
            writeOptions(out);
            out.writeStringField("kind", violation.kind().name());
            out.writeStringField("name", violation.name());
            out.writeNumberField("steps", steps);
            out.writeFieldName("choices");
            out.writeArray(choices.stream().mapToInt(Integer::intValue).toArray(), 0, choices.size());
            out.writeArrayFieldStart("happened");
            for (Happened step : happened) {
                out.writeString(RunLog.text(step));
            }
            out.writeEndArray();
            out.writeStringField("replay", replay);
            out.writeEndObject();
        }
        return text.toString();
    }

    private void writeOptions(JsonGenerator out) throws IOException {
        WorldOptions options = scenario.options();
        out.writeStringField("network", options.network().name());
        out.writeBooleanField("timed", options.timed());
        out.writeBooleanField("syncsAtOnce", options.syncsAtOnce());
        out.writeNumberField("uncertaintyMillis", options.uncertaintyMillis());
        out.writeObjectFieldStart("faults");
        for (Map.Entry<Fault, Integer> fault : options.faults().entrySet()) {
            out.writeNumberField(fault.getKey().text(), fault.getValue());
        }
        out.writeEndObject();
        writeCalls(out);
    }

    /** Where clients do not make all of their calls. */
    private void writeCalls(JsonGenerator out) throws IOException {
        if (scenario.calls().equals(ChosenCalls.ALL)) {
            return;
        }
        out.writeObjectFieldStart(CALLS);
        for (Map.Entry<String, List<Integer>> client : scenario.calls().places().entrySet()) {
            out.writeFieldName(client.getKey());
            int[] places =
                    client.getValue().stream().mapToInt(Integer::intValue).toArray();
            out.writeArray(places, 0, places.length);
        }
        out.writeEndObject();
    }

    /**
     * Reads such a file.
     *
     * @throws dev.plumb.traces.Problem if it is none
     */
    public static FailureFile read(Path file) throws IOException {
        return FailureReader.read(file);
    }
}
