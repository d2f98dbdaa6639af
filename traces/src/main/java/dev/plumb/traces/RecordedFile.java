package dev.plumb.traces;

import java.util.List;
import java.util.Optional;

/**
 * What one file holds.
 *
 * @param path as the user gave it
 * @param name the last part of the path: the process of events that name none
 * @param header empty in formats that have none
 * @param isTorn whether its last line was not written to the end
 * @param warnings in sentences
 */
record RecordedFile(
        String path,
        String name,
        Optional<TraceHeader> header,
        List<Line> lines,
        boolean isTorn,
        List<String> warnings) {

    /**
     * One event.
     *
     * @param time a scalar clock that all processes share, where the format has one
     */
    record Line(Event event, Optional<Long> time) {}
}
