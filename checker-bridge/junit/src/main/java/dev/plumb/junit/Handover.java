package dev.plumb.junit;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bytes that one thread hands to another, waiting until that has read them and wants more. */
final class Handover extends InputStream {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private byte[] bytes = new byte[0];
    private int read;
    private boolean wantsMore;
    private boolean isAtEnd;
    private boolean isRead = true;

    /** Whether the reader has taken them and wants more; false if it never will. */
    boolean hand(byte[] more) {
        lock.lock();
        try {
            bytes = more;
            read = 0;
            wantsMore = false;
            change.signalAll();
            while (isRead && !wantsMore) {
                change.awaitUninterruptibly();
            }
            return isRead;
        } finally {
            lock.unlock();
        }
    }

    /** There are no more bytes. */
    void end() {
        lock.lock();
        try {
            isAtEnd = true;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The reader has seen enough. */
    void nobodyReads() {
        lock.lock();
        try {
            isRead = false;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        lock.lock();
        try {
            while (read == bytes.length && !isAtEnd) {
                wantsMore = true;
                change.signalAll();
                change.awaitUninterruptibly();
            }
            int count = Math.min(length, bytes.length - read);
            System.arraycopy(bytes, read, into, from, count);
            read += count;
            return count == 0 && length > 0 ? -1 : count;
        } finally {
            lock.unlock();
        }
    }
}
