package dev.plumb.core;

import dev.plumb.core.tlc.TlcPool;
import dev.plumb.kernel.TlcJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Little specs in a folder of their own. */
final class Fixture {
    private final Path folder;

    Fixture(Path folder) {
        this.folder = folder;
    }

    Fixture module(String name, String... lines) {
        return file(name + ".tla", "---- MODULE " + name + " ----\n" + String.join("\n", lines) + "\n====\n");
    }

    Fixture config(String name, String... lines) {
        return file(name + ".cfg", String.join("\n", lines) + "\n");
    }

    Fixture file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** The model of a cfg, by the name of that. */
    Model model(String config) {
        return new SpecLocator(List.of())
                .models(folder.resolve(config + ".cfg").toString(), Optional.empty())
                .get(0);
    }

    Model module(String name) {
        return new SpecLocator(List.of())
                .forTraces(folder.resolve(name + ".tla").toString(), Optional.empty());
    }

    ModelCheckResult check(String config, int workers) {
        return check(config, CheckOptions.DEFAULT.withWorkers(workers));
    }

    ModelCheckResult check(String config, CheckOptions options) {
        return check(model(config), options);
    }

    ModelCheckResult check(Model model, CheckOptions options) {
        try (TlcPool pool = new TlcPool(TlcJar.find())) {
            return new ModelCheck(model, pool, folder.resolve("out"), options).check("", counts -> {});
        }
    }

    ModelCheckResult check(String config) {
        return check(config, 1);
    }
}
