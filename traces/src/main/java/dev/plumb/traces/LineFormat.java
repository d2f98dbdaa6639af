package dev.plumb.traces;

/** How one event stands on a line of a file. */
interface LineFormat {
    RecordedFile.Line read(Json line, Source source);
}
