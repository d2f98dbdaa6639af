package dev.plumb.cli;

import dev.plumb.core.Finding;
import dev.plumb.core.Finding.Severity;
import dev.plumb.core.ParseResult;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person reads of the modules that a command parses: a fault that several share is shown once. */
final class ParseText {
    private final Set<Finding> shown = new HashSet<>();

    String of(ParseResult result) {
        StringBuilder text = new StringBuilder(result.parses() ? "PARSES  " : "ERROR   ").append(result.module());
        counts(result).ifPresent(counts -> text.append(": ").append(counts));
        text.append('\n');
        List<Finding> unseen = result.findings().stream().filter(shown::add).toList();
        if (unseen.size() < result.findings().size()) {
            text.append("  shown above\n");
        }
        unseen.forEach(finding -> text.append('\n').append(of(finding)));
        return text.append(unseen.isEmpty() ? "" : "\n").toString();
    }

    private static Optional<String> counts(ParseResult result) {
        long errors = result.count(Severity.ERROR);
        long warnings = result.count(Severity.WARNING);
        String both = (errors == 0 ? "" : plural(errors, "error"))
                + (errors == 0 || warnings == 0 ? "" : ", ")
                + (warnings == 0 ? "" : plural(warnings, "warning"));
        return Optional.of(both).filter(counts -> !counts.isEmpty());
    }

    private static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String of(Finding finding) {
        String at = finding.place()
                .map(p -> p.file() + ":" + p.line() + ":" + p.column() + ": ")
                .orElse("");
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        return at + severity + ": " + finding.message() + "\n"
                + finding.place()
                        .map(place -> Excerpt.of(place.file(), place.line(), place.column(), place.length()))
                        .orElse("")
                + (finding.nextStep().isEmpty() ? "" : "  " + finding.nextStep() + "\n");
    }
}
