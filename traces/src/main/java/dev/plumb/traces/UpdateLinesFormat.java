package dev.plumb.traces;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The format of the 2024 trace-validation tools: an event a line from the first on. */
final class UpdateLinesFormat implements TraceFormat {
    @Override
    public boolean recognises(InputStream beginning) throws IOException {
        try {
            Optional<Lines.Raw> first = new Lines("", beginning).next();
            return first.isPresent() && UpdateFormat.isOf(FileReading.json(first.get()));
        } catch (Problem e) {
            return false; // whoever reads the file tells what is wrong with it
        }
    }

    @Override
    public Recording open(String path, InputStream in) {
        return new RecordedLines(new Lines(path, in), Optional.empty(), new UpdateFormat());
    }
}
