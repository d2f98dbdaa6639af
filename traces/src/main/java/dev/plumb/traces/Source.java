package dev.plumb.traces;

/** A place in a file of the user's: its path as the user gave it, and the line, counted from 1; 0 is the whole file. */
public record Source(String file, int line) {
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
