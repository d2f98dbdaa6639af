package dev.plumb.core;

import dev.plumb.core.Finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What came of parsing a module with all that it extends and instantiates. */
public record ParseResult(Path module, List<Finding> findings) {
    public boolean parses() {
        return count(Severity.ERROR) == 0;
    }

    ParseResult with(List<Finding> more) {
        return new ParseResult(
                module, Stream.concat(findings.stream(), more.stream()).toList());
    }

    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }
}
