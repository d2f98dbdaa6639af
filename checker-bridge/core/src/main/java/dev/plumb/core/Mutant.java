package dev.plumb.core;

import dev.plumb.kernel.SanyOutput;
import dev.plumb.kernel.api.Mutation;
import dev.plumb.kernel.api.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A model with one small fault in one of its modules.
 *
 * @param file the module that has the fault, without it
 */
public record Mutant(Path file, Mutation mutation) {
    private static final int TAB = 8;

    /** Each of these in its file; what is in none of the model's own is left out. */
    static List<Mutant> of(Model model, List<Mutation> mutations) {
        Map<String, Path> files = Modules.of(model.module(), model.folders()).files().stream()
                .collect(Collectors.toMap(SpecLocator::stem, file -> file, (one, other) -> one));
        return mutations.stream()
                .flatMap(mutation -> Optional.ofNullable(
                                files.get(mutation.place().module()))
                        .stream()
                        .map(file -> new Mutant(file, mutation)))
                .toList();
    }

    /** Where the fault is. */
    public Finding.Place place() {
        SourceRange range = mutation.place();
        boolean isOneLine = range.beginLine() == range.endLine();
        String lastOfFirst = isOneLine
                ? ""
                : TextFile.read(file)
                        .text()
                        .lines()
                        .toList()
                        .get(range.beginLine() - 1)
                        .stripTrailing();
        int end = isOneLine ? range.endColumn() : expanded(lastOfFirst).length();
        return new Finding.Place(
                SanyOutput.asNamed(file),
                range.beginLine(),
                range.beginColumn(),
                Math.max(1, end - range.beginColumn() + 1));
    }

    /**
     * Writes its modules, with the fault, into a folder; the model itself is only read.
     *
     * @throws dev.plumb.traces.Problem if that cannot be done
     */
    Model write(Model model, Path folder) {
        try {
            for (Path module : Modules.of(model.module(), model.folders()).files()) {
                TextFile text = TextFile.read(module);
                Files.writeString(
                        folder.resolve(module.getFileName()),
                        module.equals(file) ? mutated(text.text()) : text.text(),
                        text.charset());
            }
        } catch (IOException e) {
            throw CoreProblems.unwritable(folder, e.getClass().getSimpleName());
        }
        List<Path> folders = new ArrayList<>(List.of(folder));
        folders.addAll(model.folders());
        return new Model(folder.resolve(model.module().getFileName()), model.config(), folders, Optional.empty());
    }

    /**
     * The text with the fault. All else stays in its column, since lists of {@code /\} and {@code \/} are read by their
     * columns: what follows a replacement that is longer goes to a line of its own.
     */
    String mutated(String text) {
        List<String> lines = new ArrayList<>(text.lines().map(Mutant::expanded).toList());
        SourceRange range = mutation.place();
        String first = lines.get(range.beginLine() - 1);
        String last = lines.get(range.endLine() - 1);
        String start = first.substring(0, range.beginColumn() - 1) + mutation.replacement();
        String rest = last.substring(range.endColumn());
        boolean fits = range.beginLine() == range.endLine() && start.length() <= range.endColumn();
        String faulty = start + (fits ? "" : "\n") + " ".repeat(range.endColumn() - (fits ? start.length() : 0)) + rest;
        lines.subList(range.beginLine() - 1, range.endLine()).clear();
        lines.add(range.beginLine() - 1, faulty);
        return String.join("\n", lines) + "\n";
    }

    /** SANY counts a tab as up to eight columns. */
    private static String expanded(String line) {
        StringBuilder expanded = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            expanded.append(c == '\t' ? " ".repeat(TAB - expanded.length() % TAB) : c);
        }
        return expanded.toString();
    }
}
