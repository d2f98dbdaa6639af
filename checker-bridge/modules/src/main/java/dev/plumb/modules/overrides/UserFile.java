package dev.plumb.modules.overrides;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tlc2.value.impl.Value;
import util.Assert;

/**
 * A file that a specification names. Plumb runs TLC in a folder that is deleted afterwards, and says where the user is:
 * relative names are relative to that.
 */
record UserFile(Path path) {
    static UserFile named(Value name, String operator) {
        Path home = Path.of(System.getProperty("plumb.folder", ""));
        return new UserFile(home.resolve(Arguments.string(name, operator)));
    }

    /** Something that can fail with files. */
    interface Action<T> {
        T run(Path path) throws IOException;
    }

    /**
     * Does something with it; what goes wrong is an error that names the file. Of a constant that a model substitutes, TLC
     * hides the evaluation errors, but not this kind.
     */
    <T> T with(Action<T> action) {
        try {
            return action.run(path);
        } catch (IOException e) {
            throw new Assert.TLCRuntimeException("The file " + path + " cannot be used: " + e);
        }
    }

    /** Its lines; a file that is not there has none. */
    List<String> lines() {
        return with(file -> Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of());
    }

    void append(String line) {
        with(file -> Files.writeString(file, line + System.lineSeparator(), StandardCharsets.UTF_8, CREATE, APPEND));
    }
}
