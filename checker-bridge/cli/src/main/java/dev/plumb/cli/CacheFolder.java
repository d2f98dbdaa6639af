package dev.plumb.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where Plumb keeps what it can find out again. */
final class CacheFolder {
    private CacheFolder() {}

    /** As the XDG base directory specification has it: a path that is not absolute is ignored. */
    static Path of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("plumb");
    }

    static Path specs() {
        return of(System.getenv()).resolve("specs");
    }

    static Path results() {
        return of(System.getenv()).resolve("results");
    }
}
