package dev.plumb.traces;

import java.io.IOException;
import java.io.InputStream;

/** What TLC writes with {@code -dumpTrace json}: a counterexample as a graph, its steps in their order. */
final class TlcJsonFormat implements TraceFormat {
    @Override
    public boolean recognises(InputStream beginning) throws IOException {
        return TellingKey.of(beginning).equals(TellingKey.COUNTEREXAMPLE);
    }

    @Override
    public Recording open(String path, InputStream in) throws IOException {
        return new TlcJsonRecording(new JsonDocument(path, in));
    }
}
