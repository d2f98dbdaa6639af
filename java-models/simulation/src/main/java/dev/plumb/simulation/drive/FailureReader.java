package dev.plumb.simulation.drive;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumb.simulation.world.ClientState.Call;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldOptions.Network;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;

/** Reads the file of a failure, which somebody may have changed: all that does not fit is told in the file's own words. */
final class FailureReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final Map<?, ?> fields;

    private FailureReader(Path file, Map<?, ?> fields) {
        this.file = file;
        this.fields = fields;
    }

    static FailureFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw SimulationProblems.notAFailure(file, "there is no such file");
        }
        try (JsonParser in = JSON.createParser(Files.readString(file))) {
            if (in.nextToken() == null) {
                throw SimulationProblems.notAFailure(file, "it is empty");
            }
            return new FailureReader(file, value(in) instanceof Map<?, ?> all ? all : Map.of()).failure();
        } catch (JsonProcessingException e) {
            throw SimulationProblems.notAFailure(
                    file, "it is torn, or no JSON, at line " + e.getLocation().getLineNr());
        } catch (CharacterCodingException e) {
            throw SimulationProblems.notAFailure(file, "it is no text in UTF-8");
        } catch (Problem unknown) {
            throw unknown.at(new Source(file.toString(), 0));
        }
    }

    /** The value that begins here. */
    private static Object value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_NUMBER_INT -> in.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> {
                List<Object> all = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    all.add(value(in));
                }
                yield all;
            }
            case START_OBJECT -> {
                SortedMap<String, Object> all = new TreeMap<>();
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    String name = in.currentName();
                    in.nextToken();
                    all.put(name, value(in));
                }
                yield all;
            }
            default -> in.getText();
        };
    }

    private FailureFile failure() {
        Object version = fields.get(FailureFile.VERSION);
        if (version == null) {
            throw wrong("it does not begin with " + FailureFile.VERSION);
        } else if (!version.equals(FailureFile.THIS_VERSION)) {
            throw SimulationProblems.failureOfOtherVersion(file, version.toString(), FailureFile.THIS_VERSION);
        }
        Scenario scenario = scenario();
        List<Integer> choices = numbers("choices", get("choices"));
        Violation.Kind kind = oneOf("kind", text("kind"), List.of(Violation.Kind.values()), Enum::name);
        return new FailureFile(scenario, choices, number("steps", 1), new Violation(kind, text("name")));
    }

    private Scenario scenario() {
        Network network = oneOf("network", text("network"), List.of(Network.values()), Enum::name);
        WorldOptions options =
                new WorldOptions(network, flag("timed"), flag("syncsAtOnce"), faults(), number("uncertaintyMillis", 0));
        Scenario scenario = new Scenario(text("protocol"), number("nodes", 1), text("bug"), options);
        return scenario.calling(calls(scenario.workload()));
    }

    private PSortedMap<Fault, Integer> faults() {
        PSortedMap<Fault, Integer> faults = TreePMap.empty();
        for (Map.Entry<?, ?> budget : map("faults", get("faults")).entrySet()) {
            String name = (String) budget.getKey();
            faults = faults.plus(
                    oneOf("faults", name, List.of(Fault.values()), Fault::text), number(name, budget.getValue(), 0));
        }
        return faults;
    }

    private ChosenCalls calls(SortedMap<String, PVector<Call>> workload) {
        SortedMap<String, List<Integer>> places = new TreeMap<>();
        Object byClient = fields.get(FailureFile.CALLS);
        if (byClient == null) {
            return ChosenCalls.ALL;
        }
        for (Map.Entry<?, ?> calls : map(FailureFile.CALLS, byClient).entrySet()) {
            Map.Entry<String, PVector<Call>> client =
                    oneOf(FailureFile.CALLS, (String) calls.getKey(), workload.entrySet(), Map.Entry::getKey);
            List<Integer> made = numbers(client.getKey(), calls.getValue());
            int all = client.getValue().size();
            if (made.stream().anyMatch(place -> place >= all)) {
                throw wrong(client.getKey() + " makes the calls " + made + ", and has " + all + ", counted from 0");
            }
            places.put(client.getKey(), made);
        }
        return new ChosenCalls(places);
    }

    private Object get(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw wrong("it has no field " + name);
        }
        return value;
    }

    private int number(String name, int least) {
        return number(name, get(name), least);
    }

    private int number(String name, @Nullable Object value, int least) {
        if (value instanceof Integer number && number >= least) {
            return number;
        }
        throw wrong(name + " is " + value + ", and should be a whole number from " + least + " on");
    }

    private List<Integer> numbers(String name, @Nullable Object list) {
        if (list instanceof List<?> numbers) {
            return numbers.stream()
                    .map(each -> number("one of " + name, each, 0))
                    .toList();
        }
        throw wrong(name + " is no list of numbers");
    }

    private boolean flag(String name) {
        if (get(name) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name + " is neither true nor false");
    }

    private String text(String name) {
        if (get(name) instanceof String text) {
            return text;
        }
        throw wrong(name + " is no text");
    }

    private Map<?, ?> map(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(name + " is no object");
    }

    private <T> T oneOf(String field, String name, Collection<T> known, Function<T, String> nameOf) {
        return known.stream()
                .filter(each -> nameOf.apply(each).equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(field + " names " + name + ", and known are "
                        + known.stream().map(nameOf).collect(joining(", "))));
    }

    private Problem wrong(String why) {
        return SimulationProblems.notAFailure(file, why);
    }
}
