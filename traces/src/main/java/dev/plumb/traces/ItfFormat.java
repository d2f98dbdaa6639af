package dev.plumb.traces;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The Informal Trace Format (Apalache ADR 15): a JSON object with a sequence of states. */
final class ItfFormat implements TraceFormat {
    private static final Set<String> KEYS = Set.of(TellingKey.STATES, TellingKey.META);

    @Override
    public boolean recognises(InputStream beginning) throws IOException {
        return KEYS.contains(TellingKey.of(beginning));
    }

    @Override
    public Recording open(String path, InputStream in) throws IOException {
        return new ItfRecording(new JsonDocument(path, in));
    }
}
