package dev.plumb.core;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A {@code .cfg}, read as far as Plumb needs to know what TLC is asked to check. TLC reads the file itself; it takes a
 * misspelt keyword for a name and a {@code #} for the end of the world, so both are found here first.
 *
 * @param text all of it
 * @param constants assignments and substitutions, by the constant's name
 * @param statements the names that follow each other keyword, in the singular form of the keyword
 */
public record Config(String file, String text, Map<String, Constant> constants, Map<String, List<Name>> statements) {
    /**
     * An assignment or substitution as it is written.
     *
     * @param atoms the names in its value: the model values
     * @param begin where it begins in the text of the file
     */
    public record Constant(String text, Set<String> atoms, int begin) {}

    /** A name in the file and where it stands. */
    public record Name(String text, Source place) {}

    /** What stands in place of a file where there is none: no constants, nothing to check. */
    public static Config none() {
        return new Config("", "", Map.of(), Map.of());
    }

    /**
     * Reads a file.
     *
     * @throws Problem if it cannot be read, or is no cfg
     */
    public static Config read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw CoreProblems.noSuchConfig(file, SpecLocator.configsBeside(file));
        } catch (MalformedInputException e) {
            throw CoreProblems.unreadable(file, "it is not in UTF-8");
        } catch (IOException e) {
            throw CoreProblems.unreadable(file, e.getMessage());
        }
    }

    static Config parse(String file, String text) {
        return new ConfigParser(file, text).parse();
    }

    /**
     * The same with other values of some constants. Everything else keeps its line and column.
     *
     * @param values by name, as a {@code .cfg} writes them
     * @throws Problem if one is no value
     */
    public Config with(SortedMap<String, String> values) {
        if (values.isEmpty()) {
            return this;
        }
        StringBuilder changed = new StringBuilder(text);
        StringBuilder added = new StringBuilder();
        values.forEach((name, value) -> {
            String assignment = name + " = " + value;
            parse("--constant " + name + "=" + value, "CONSTANT " + assignment);
            added.append("\nCONSTANT ").append(assignment);
            Optional.ofNullable(constants.get(name)).ifPresent(old -> blank(changed, old));
        });
        return parse(file, changed.append(added).append('\n').toString());
    }

    private static void blank(StringBuilder text, Constant constant) {
        int end = constant.begin() + constant.text().length();
        text.replace(constant.begin(), end, constant.text().replaceAll("\\S", " "));
    }

    /** The text without the statements of a keyword, which are left blank: all else keeps its line and column. */
    String textWithout(String keyword) {
        return new ConfigParser(file, text).textWithout(keyword);
    }

    /** The names after a keyword, all its occurrences together. */
    public List<Name> names(String keyword) {
        return statements.getOrDefault(keyword, List.of());
    }

    public Optional<String> name(String keyword) {
        return names(keyword).stream().map(Name::text).findFirst();
    }

    public boolean checksDeadlock() {
        return !name("CHECK_DEADLOCK").orElse("TRUE").equals("FALSE");
    }

    /** The invariants, properties and postconditions that it asks for, each kind in the order of the file. */
    public List<String> checked() {
        return Stream.of("INVARIANT", "PROPERTY", "POSTCONDITION")
                .flatMap(keyword -> names(keyword).stream())
                .map(Name::text)
                .toList();
    }

    /** The same without their places. */
    List<String> texts(String keyword) {
        return names(keyword).stream().map(Name::text).toList();
    }

    /** Where a name stands in it. */
    public Optional<Source> place(String name) {
        return statements.values().stream()
                .flatMap(List::stream)
                .filter(each -> each.text().equals(name))
                .findFirst()
                .map(Name::place);
    }
}
