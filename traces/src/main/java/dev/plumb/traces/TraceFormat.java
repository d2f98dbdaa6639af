package dev.plumb.traces;

import java.io.IOException;
import java.io.InputStream;

/**
 * A format of files that hold traces, told by how a file begins. One of yours is found by {@link
 * java.util.ServiceLoader}, and asked before those that Plumb brings.
 */
public interface TraceFormat {
    /**
     * Whether a file is of this format.
     *
     * @param beginning its bytes, unzipped; read as few of them as tell, for the rest may not be written yet
     */
    boolean recognises(InputStream beginning) throws IOException;

    /**
     * Begins to read a file of this format, from its start.
     *
     * @param path as the user gave it: the file in each {@link Source}
     * @param in its bytes, unzipped; the recording closes it
     * @throws Problem if it cannot be read as one
     */
    Recording open(String path, InputStream in) throws IOException;
}
