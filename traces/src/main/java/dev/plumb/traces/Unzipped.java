package dev.plumb.traces;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The bytes of a file, unzipped if its first bytes say that it is zipped; it may end in the middle of what was zipped. */
final class Unzipped extends FilterInputStream {
    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;

    private boolean isTorn;

    private Unzipped(InputStream in) {
        super(in);
    }

    static Unzipped of(InputStream file) throws IOException {
        return new Unzipped(whole(file));
    }

    /** The same, where it is an error if what was zipped ends too early. */
    static InputStream whole(InputStream file) throws IOException {
        InputStream in = new BufferedInputStream(file);
        in.mark(2);
        boolean isZipped = in.read() == MAGIC_1 && in.read() == MAGIC_2;
        in.reset();
        return isZipped ? new BufferedInputStream(new GZIPInputStream(new NeverAtEnd(in))) : in;
    }

    /** Whether what was zipped ended too early. */
    boolean isTorn() {
        return isTorn;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (EOFException e) {
            isTorn = true;
            return -1;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (EOFException e) {
            isTorn = true;
            return -1;
        }
    }

    /** A zip may go on after its end; that nothing is available yet, as in a pipe, would be taken for there being no more. */
    private static final class NeverAtEnd extends FilterInputStream {
        NeverAtEnd(InputStream in) {
            super(in);
        }

        @Override
        public int available() throws IOException {
            return Math.max(1, super.available());
        }
    }
}
