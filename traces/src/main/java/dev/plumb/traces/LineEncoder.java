package dev.plumb.traces;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Encodes lines of our own format one after another, for one thread at a time: what {@link TraceWriter} is made of, for
 * those who order and write lines themselves.
 */
public final class LineEncoder {
    private final JsonGenerator json;
    private TraceHeader.Order order = TraceHeader.Order.CLOCKS;

    /** An encoder to {@code out}, which has all of a line when the call that encodes it returns. */
    public LineEncoder(OutputStream out) {
        try {
            json = NdjsonWriter.JSON.createGenerator(out).setRootValueSeparator(null);
        } catch (IOException notPossibleYet) { // nothing has been written
            throw new UncheckedIOException(notPossibleYet);
        }
    }

    /** Encodes a header; the times of the events behind it are written as it says, else as vector clocks. */
    public void header(TraceHeader header) throws IOException {
        order = header.order();
        JsonWriting.header(json, header);
        order = header.order();
        endLine();
    }

    /**
     * Encodes an event; its source is not part of the line.
     *
     * @throws IllegalArgumentException if it cannot be written in this format; the encoder is of no use then
     */
    public void event(Event event) throws IOException {
        JsonWriting.event(json, event, order);
        endLine();
    }

    private void endLine() throws IOException {
        json.writeRaw('\n');
        json.flush();
    }
}
