package dev.plumb.traces;

import java.nio.file.Path;
import java.util.List;

/**
 * The objects on the lines of a file, whose values are in ITF's encoding: for formats that are kin to that of traces.
 *
 * @param warnings in sentences: of a last line that was not written to the end, which is left out
 */
public record NdjsonFile(List<Fields> lines, List<String> warnings) {

    /**
     * Reads a file, zipped or not.
     *
     * @throws Problem if the file cannot be read, or a line other than the last is no JSON object
     */
    public static NdjsonFile read(Path path) {
        return FileReading.objects(path);
    }
}
