package dev.plumb.traces;

import java.util.List;

/** How one event stands on a line of a file. */
interface LineFormat {
    /**
     * The event on a line.
     *
     * @param warnings to which is added what cannot be told from the line
     */
    Event read(Json line, Source source, List<String> warnings);
}
