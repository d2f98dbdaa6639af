package dev.plumb.core;

import dev.plumb.core.Finding.Severity;
import java.nio.file.Path;
import java.util.List;

/** What came of parsing a module with all that it extends and instantiates. */
public record ParseResult(Path module, List<Finding> findings) {
    public boolean parses() {
        return count(Severity.ERROR) == 0;
    }

    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }
}
