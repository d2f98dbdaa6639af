package dev.plumb.cli;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that are waited for, and need not be. */
abstract class EndableStream extends InputStream {
    private volatile boolean isEnded;

    /** What has come until now is all; may be called from any thread. */
    final void end() {
        isEnded = true;
    }

    final boolean isEnded() {
        return isEnded;
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public abstract int read(byte[] bytes, int offset, int length) throws IOException;
}
