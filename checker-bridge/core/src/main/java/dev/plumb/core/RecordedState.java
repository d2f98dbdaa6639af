package dev.plumb.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumb.traces.Itf;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A state of the behaviour in a {@code result.json}.
 *
 * @param file where it is from
 * @param number of the step that led to it, counted from 1
 * @param values of the variables; model values are strings
 * @param next the state that follows it; empty for the last one of a behaviour that ends
 */
public record RecordedState(
        Path file, int number, SortedMap<String, TlaValue> values, Optional<SortedMap<String, TlaValue>> next) {
    /**
     * Reads a state.
     *
     * @param result a {@code result.json}, or the folder that has one
     * @param number of the state; the last one if empty
     * @throws dev.plumb.traces.Problem if the file cannot be read, or has no such state
     */
    public static RecordedState read(Path result, OptionalInt number) {
        Path file = Files.isDirectory(result) ? result.resolve("result.json") : result;
        JsonNode behaviour = behaviour(file);
        List<JsonNode> steps = allowed(behaviour.path("steps"));
        List<Integer> numbers =
                steps.stream().map(step -> step.path("number").asInt()).toList();
        if (numbers.isEmpty()) {
            throw CoreProblems.noRecordedBehaviour(file);
        }
        int wanted = number.orElse(numbers.get(numbers.size() - 1));
        int index = numbers.indexOf(wanted);
        if (index < 0) {
            throw CoreProblems.noSuchState(file, wanted, numbers.get(0), numbers.get(numbers.size() - 1));
        }
        int next = index + 1 < steps.size()
                ? index + 1
                : numbers.indexOf(behaviour.path("loopsTo").asInt());
        Optional<SortedMap<String, TlaValue>> after =
                next < 0 ? Optional.empty() : Optional.of(state(steps.get(next), file));
        return new RecordedState(file, wanted, state(steps.get(index), file), after);
    }

    /** A model's counterexample, or of a trace the first run whose behaviour is told. */
    private static JsonNode behaviour(Path file) {
        try {
            JsonNode result = new ObjectMapper().readTree(Files.readString(file));
            List<JsonNode> behaviours = new ArrayList<>(List.of(result.path("counterexample")));
            result.path("runs").forEach(run -> behaviours.add(run.path("behaviour")));
            return behaviours.stream()
                    .filter(JsonNode::isObject)
                    .findFirst()
                    .orElseThrow(() -> CoreProblems.noRecordedBehaviour(file));
        } catch (JsonProcessingException e) {
            throw CoreProblems.unreadableResult(file, e.getOriginalMessage());
        } catch (NoSuchFileException e) {
            throw CoreProblems.unreadableResult(file, "there is no such file");
        } catch (IOException e) {
            throw CoreProblems.unreadableResult(file, e.getClass().getSimpleName());
        }
    }

    /** A step that the spec forbids has the state before it. */
    private static List<JsonNode> allowed(JsonNode steps) {
        return Stream.iterate(0, i -> i < steps.size(), i -> i + 1)
                .map(steps::get)
                .filter(step -> !step.path("forbidden").asBoolean())
                .toList();
    }

    private static SortedMap<String, TlaValue> state(JsonNode step, Path file) {
        return Itf.state(step.path("state").toString(), new Source(file.toString(), 0));
    }
}
