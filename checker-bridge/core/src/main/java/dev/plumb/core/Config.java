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
import java.util.stream.Stream;

/**
 * A {@code .cfg}, read as far as Plumb needs to know what TLC is asked to check. TLC reads the file itself; it takes a
 * misspelt keyword for a name and a {@code #} for the end of the world, so both are found here first.
 *
 * @param constants assignments and substitutions, by the constant's name
 * @param statements the names that follow each other keyword, in the singular form of the keyword
 */
public record Config(String file, Map<String, Constant> constants, Map<String, List<Name>> statements) {
    /** An assignment or substitution as it is written, and the names in its value: the model values. */
    public record Constant(String text, Set<String> atoms) {}

    /** A name in the file and the line it stands on. */
    public record Name(String text, int line) {}

    /** What stands in place of a file where there is none: no constants, nothing to check. */
    public static Config none() {
        return new Config("", Map.of(), Map.of());
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

    /** Where a name stands in it. */
    public Optional<Source> place(String name) {
        return statements.values().stream()
                .flatMap(List::stream)
                .filter(each -> each.text().equals(name))
                .findFirst()
                .map(each -> new Source(file, each.line()));
    }
}
