package dev.plumb.traces;

import java.io.File;

/**
 * A place in a file of the user's: its path as the user gave it, the line and the column, counted from 1; line 0 is the
 * whole file, column 0 the whole line.
 */
public record Source(String file, int line, int column) {
    /** A whole line. */
    public Source(String file, int line) {
        this(file, line, 0);
    }

    /** The file's name without its folder. */
    public String fileName() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf(File.separatorChar)) + 1);
    }

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column);
    }
}
