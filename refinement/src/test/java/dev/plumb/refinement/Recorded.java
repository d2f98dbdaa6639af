package dev.plumb.refinement;

import dev.plumb.traces.Event;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceHeader;
import dev.plumb.traces.TraceReader;
import java.nio.file.Path;
import java.util.List;

/** What tests record, and what a reader then says that it is. */
final class Recorded {
    static final TraceHeader HEADER = TraceHeader.of("Count").named("t");

    private Recorded() {}

    /** The only trace that is in these files. */
    static Trace trace(Path... files) {
        List<Trace> traces = TraceReader.read(List.of(files), ReadOptions.DEFAULT);
        return traces.get(0);
    }

    /** The events of the only process and run in the file. */
    static List<Event> events(Path file) {
        return trace(file).runs().get(0).parts().get(0).events();
    }
}
