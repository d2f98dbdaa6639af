package dev.plumb.cli;

import dev.plumb.core.Finding;
import dev.plumb.core.Finding.Place;
import dev.plumb.core.Finding.Severity;
import dev.plumb.core.ParseResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person reads of the modules that a command parses: a fault that several share is shown once. */
final class ParseText {
    private static final int TAB = 8;

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
                + finding.place().map(ParseText::excerpt).orElse("")
                + (finding.nextStep().isEmpty() ? "" : "  " + finding.nextStep() + "\n");
    }

    /** The line, and carets under what is meant; nothing where the file has changed since it was parsed. */
    private static String excerpt(Place place) {
        List<String> lines = lines(place);
        if (place.line() > lines.size()) {
            return "";
        }
        String number = String.format(Locale.ROOT, "%5d", place.line());
        String line = withoutTabs(lines.get(place.line() - 1));
        return number + " | " + line + "\n" + " ".repeat(number.length()) + " | " + " ".repeat(place.column() - 1)
                + "^".repeat(place.length()) + "\n";
    }

    private static List<String> lines(Place place) {
        try {
            return new String(Files.readAllBytes(place.file()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The parser counts columns so, too. */
    private static String withoutTabs(String line) {
        StringBuilder spaced = new StringBuilder();
        line.chars().forEach(c -> {
            if (c == '\t') {
                spaced.append(" ".repeat(TAB - spaced.length() % TAB));
            } else {
                spaced.append((char) c);
            }
        });
        return spaced.toString();
    }
}
