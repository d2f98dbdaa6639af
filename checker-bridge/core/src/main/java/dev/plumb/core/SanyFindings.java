package dev.plumb.core;

import dev.plumb.core.Finding.Place;
import dev.plumb.core.Finding.Severity;
import dev.plumb.kernel.ParseAdvice;
import dev.plumb.kernel.SanyOutput;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SANY printed about one module, as findings in the order in which it came, each once. */
final class SanyFindings {
    private static final Pattern SECTION_OR_PLACE = Pattern.compile("\\*\\*\\* (Errors|Warnings): \\d+"
            + "|line (\\d+), col (\\d+) to line (\\d+), col (\\d+) of module (\\w+)\\s*\\n\\s*\\n(\\S.*(?:\\n\\S.*)*)");
    private static final Pattern FATAL = Pattern.compile("(?:Unknown location|In module \\w+)\\s*\\n\\s*\\n(\\S.*)");
    private static final Pattern READ = Pattern.compile("Parsing file (\\S.*?\\.tla)");

    private final String output;
    private final Model model;
    private final Collection<String> known;

    /** {@code known} are names that the module can use, to tell what a misspelt one was meant to be. */
    SanyFindings(String output, Model model, Collection<String> known) {
        this.output = output.replace("\r\n", "\n");
        this.model = model;
        this.known = known;
    }

    List<Finding> all() {
        List<Finding> located = located();
        boolean hasError = located.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        if (!hasError && SanyOutput.rejects(output)) {
            located.add(fatal());
        }
        return located;
    }

    /** Of errors in the meaning of a module SANY tells all, and again for each module that extends it. */
    private List<Finding> located() {
        List<Finding> findings = new ArrayList<>();
        Severity severity = Severity.ERROR;
        for (MatchResult m : SECTION_OR_PLACE.matcher(output).results().toList()) {
            if (m.group(1) != null) {
                severity = m.group(1).equals("Errors") ? Severity.ERROR : Severity.WARNING;
            } else {
                findings.add(finding(severity, place(m), m.group(7)));
            }
        }
        return new ArrayList<>(new LinkedHashSet<>(findings));
    }

    /** Errors in the form of a module end the parse: there is one. */
    private Finding fatal() {
        Problem first = SanyOutput.problem(output, known);
        if (first.source().isPresent()) {
            Source source = first.source().get();
            Place place = new Place(asNamed(Path.of(source.file())), source.line(), source.column(), 1);
            return new Finding(Severity.ERROR, Optional.of(place), first.what(), first.nextStep());
        }
        Matcher sentence = FATAL.matcher(output);
        String message = first.nextStep().isEmpty() && sentence.find() ? sentence.group(1) : first.what();
        return new Finding(Severity.ERROR, Optional.empty(), message, first.nextStep());
    }

    private Finding finding(Severity severity, Place place, String text) {
        String message = ParseAdvice.reworded(text.strip().replaceAll("\\s+", " "));
        return new Finding(severity, Optional.of(place), message, ParseAdvice.nextStep(message, known));
    }

    private Place place(MatchResult m) {
        boolean oneLine = m.group(2).equals(m.group(4));
        int column = Integer.parseInt(m.group(3));
        int length = oneLine ? Math.max(1, Integer.parseInt(m.group(5)) - column + 1) : 1;
        return new Place(fileOf(m.group(6)), Integer.parseInt(m.group(2)), column, length);
    }

    private Path fileOf(String module) {
        return READ.matcher(output)
                .results()
                .map(read -> Path.of(read.group(1)))
                .filter(file -> file.endsWith(module + ".tla"))
                .findFirst()
                .map(this::asNamed)
                .orElse(model.module());
    }

    /** The module that the user named, as they did. */
    private Path asNamed(Path file) {
        boolean isRoot = file.toAbsolutePath().equals(model.module().toAbsolutePath());
        return isRoot ? model.module() : SanyOutput.asNamed(file);
    }
}
