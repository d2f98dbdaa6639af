package dev.plumb.traces;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one file holds.
 *
 * @param path as the user gave it
 * @param header empty in formats that have none
 * @param isTorn whether it was not written to the end
 * @param warnings in sentences
 */
record RecordedFile(
        String path, Optional<TraceHeader> header, List<Event> events, boolean isTorn, List<String> warnings) {

    /** The last part of the path: the process of events that name none. */
    String name() {
        return String.valueOf(Path.of(path).getFileName());
    }
}
