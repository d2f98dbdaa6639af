package dev.plumb.simulation.drive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldOptions.Network;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A failure as a file: the scenario, the choices, and what was found. All drivers take it.
 *
 * @param steps how many, the beginning included
 * @param violation what a replay must find again
 */
public record FailureFile(Scenario scenario, List<Integer> choices, int steps, Violation violation) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String VERSION = "plumb-failure";
    private static final String CALLS = "calls";

    /** The first digits of the hash are enough to tell failures apart. */
    private static final int HASH_DIGITS = 10;

    public static FailureFile of(Run run) {
        Violation violation = run.violation().orElseThrow();
        int thrown = violation.kind() == Violation.Kind.HANDLER ? 1 : 0; // in the step after the last one
        return new FailureFile(run.scenario(), run.choices(), run.steps().size() + thrown, violation);
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
            out.writeNumberField(VERSION, 1);
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
        if (!Files.isRegularFile(file)) {
            throw SimulationProblems.notAFailure(file, "there is no such file");
        }
        SortedMap<String, Object> fields = new TreeMap<>();
        try (JsonParser in = JSON.createParser(Files.readString(file))) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                fields.put(name, value(in));
            }
            if (!fields.containsKey(VERSION)) {
                throw SimulationProblems.notAFailure(file, "it does not begin with " + VERSION);
            }
            return from(fields);
        } catch (Problem unknown) {
            throw unknown.at(new Source(file.toString(), 0));
        } catch (JsonProcessingException e) {
            throw SimulationProblems.notAFailure(
                    file, "it is torn, or no JSON, at line " + e.getLocation().getLineNr());
        } catch (ClassCastException e) {
            throw SimulationProblems.notAFailure(file, "one of its fields is of another kind");
        } catch (IOException | NullPointerException | IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage());
            throw SimulationProblems.notAFailure(
                    file, reason.lines().findFirst().orElse("it is empty"));
        }
    }

    private static Object value(JsonParser in) throws IOException {
        return switch (in.nextToken()) {
            case VALUE_NUMBER_INT -> in.getIntValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> {
                List<Object> all = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    all.add(in.currentToken() == JsonToken.VALUE_NUMBER_INT ? (Object) in.getIntValue() : in.getText());
                }
                yield all;
            }
            case START_OBJECT -> {
                SortedMap<String, Object> all = new TreeMap<>();
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    String name = in.currentName();
                    all.put(name, value(in));
                }
                yield all;
            }
            default -> in.getText();
        };
    }

    private static FailureFile from(Map<String, Object> fields) {
        PSortedMap<Fault, Integer> faults = TreePMap.empty();
        for (Map.Entry<?, ?> fault : ((Map<?, ?>) get(fields, "faults")).entrySet()) {
            faults = faults.plus(Fault.named((String) fault.getKey()), (Integer) fault.getValue());
        }
        WorldOptions options = new WorldOptions(
                Network.valueOf((String) get(fields, "network")),
                (Boolean) get(fields, "timed"),
                (Boolean) get(fields, "syncsAtOnce"),
                faults,
                (Integer) get(fields, "uncertaintyMillis"));
        Scenario scenario = new Scenario(
                (String) get(fields, "protocol"),
                (Integer) get(fields, "nodes"),
                (String) get(fields, "bug"),
                options,
                calls((Map<?, ?>) fields.getOrDefault(CALLS, Map.of())));
        scenario.deployment(); // has all that is named
        List<Integer> choices = integers(get(fields, "choices"));
        Violation.Kind kind = Violation.Kind.valueOf((String) get(fields, "kind"));
        return new FailureFile(
                scenario, choices, (Integer) get(fields, "steps"), new Violation(kind, (String) get(fields, "name")));
    }

    private static ChosenCalls calls(Map<?, ?> byClient) {
        SortedMap<String, List<Integer>> places = new TreeMap<>();
        byClient.forEach((client, calls) -> places.put((String) client, integers(calls)));
        return new ChosenCalls(places);
    }

    private static List<Integer> integers(Object list) {
        return ((List<?>) list).stream().map(number -> (Integer) number).toList();
    }

    private static Object get(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no field " + name);
        }
        return value;
    }
}
