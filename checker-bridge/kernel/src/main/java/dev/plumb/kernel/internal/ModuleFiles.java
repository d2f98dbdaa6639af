package dev.plumb.kernel.internal;

import dev.plumb.kernel.SanyOutput;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.modules.ShippedModules;
import dev.plumb.modules.overrides.Overrides;
import dev.plumb.traces.Source;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import util.FilenameToStream;

/**
 * Where TLC finds modules: the root module and the binding in their files, others in the given folders, then among TLC's own, then among
 * ours. TLC wants files, so the latter are unpacked into a folder that belongs to this spec alone; left to itself it
 * would write them under fixed names where every other TLC on the machine writes them too.
 */
final class ModuleFiles implements FilenameToStream {
    private static final String STANDARD = "tla2sany/StandardModules/";

    private final List<Path> given;
    private final List<Path> folders;
    private final Path unpacked;

    /** @param given modules whose files are known */
    ModuleFiles(List<Path> given, List<Path> folders, Path unpacked) {
        this.given = given;
        this.folders = folders;
        this.unpacked = unpacked;
    }

    @Override
    public @Nullable File resolve(String name, boolean isModule) {
        if (name.startsWith("tlc2.overrides.")) {
            // A class, and not for a loader of TLC's making: it comes from the one that has the rest of this TLC.
            return null;
        }
        String file = isModule && !name.endsWith(".tla") ? name + ".tla" : name;
        for (Path module : given) {
            if (isModule && module.endsWith(file)) {
                return new TLAFile(module.toString(), false, this);
            }
        }
        for (Path folder : folders) {
            if (Files.isRegularFile(folder.resolve(file))) {
                Overrides.leave(name);
                return new TLAFile(folder.resolve(file).toString(), false, this);
            }
        }
        return new TLAFile(standard(file).toString(), true, this);
    }

    /** Where something begins in a file as the user knows it; a module that is none of the user's is named alone. */
    Source place(SourceRange range) {
        File file = resolve(range.module(), true);
        String name = file == null || isStandardModule(range.module())
                ? range.module() + ".tla"
                : SanyOutput.asNamed(file.toPath()).toString();
        return new Source(name, range.beginLine(), range.beginColumn());
    }

    private Path standard(String file) {
        Path target = unpacked.resolve(Path.of(file).getFileName());
        if (Files.exists(target)) {
            return target;
        }
        try (InputStream module = open(file)) {
            if (module != null) {
                Files.copy(module, target);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream open(String file) {
        InputStream own = ModuleFiles.class.getClassLoader().getResourceAsStream(STANDARD + file);
        if (own == null) {
            return ShippedModules.open(file);
        }
        Overrides.leave(file.replace(".tla", ""));
        return own;
    }

    @Override
    public String getFullPath() {
        return folders.toString();
    }

    @Override
    public boolean isStandardModule(String module) {
        File file = resolve(module, true);
        return file != null && file.toPath().startsWith(unpacked);
    }
}
