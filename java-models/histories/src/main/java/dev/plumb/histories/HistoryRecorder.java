package dev.plumb.histories;

import dev.plumb.traces.TlaValue;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Records what clients saw, while they run: may be called from any thread.
 *
 * <pre>{@code
 * try (HistoryRecorder recorder = HistoryRecorder.open(file, "orders-7", "register")) {
 *     HistoryRecorder.Client client = recorder.client("c1");
 *     HistoryRecorder.Begun call = client.call("write", TlaValue.of(1));
 *     service.write(1);            // if this times out, say nothing: it may have taken effect
 *     call.returned();
 * }
 * }</pre>
 *
 * <p>A call is on disk before it is made and an answer after it came, so that a program that dies leaves no call without
 * its trace: whatever was under way reads as unanswered.
 */
public final class HistoryRecorder implements Closeable {
    /** Records nothing, at no cost. */
    public static final HistoryRecorder NONE = new HistoryRecorder(Optional.empty(), () -> 0);

    private final Optional<HistoryWriter> writer;
    private final LongSupplier clock;

    private HistoryRecorder(Optional<HistoryWriter> writer, LongSupplier clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** A recorder to {@code file}; times are nanoseconds since now, which the threads of a JVM share. */
    public static HistoryRecorder open(Path file, String name, String spec) throws IOException {
        long opened = System.nanoTime();
        return open(file, name, spec, () -> System.nanoTime() - opened);
    }

    /**
     * A recorder with a clock of the user's, which counts from 0 on and must not go backwards: a clock that does can make
     * calls that overlapped look ordered, and a correct service look wrong.
     */
    public static HistoryRecorder open(Path file, String name, String spec, LongSupplier clock) throws IOException {
        return new HistoryRecorder(
                Optional.of(HistoryWriter.open(file, name, Optional.of(spec), Optional.empty())), clock);
    }

    /** A client, which makes one call at a time. */
    public Client client(String name) {
        return new Client(name);
    }

    @Override
    public void close() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
        }
    }

    private interface Body {
        void write(HistoryWriter writer) throws IOException;
    }

    private void record(Body body) {
        try {
            if (writer.isPresent()) {
                body.write(writer.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who calls. */
    public final class Client {
        private final String name;

        private Client(String name) {
            this.name = name;
        }

        /** Records that the client is about to call. */
        public Begun call(String operation, TlaValue... arguments) {
            return call(Optional.empty(), operation, arguments);
        }

        /** Records that the client is about to call the object {@code key}. */
        public Begun callOn(TlaValue key, String operation, TlaValue... arguments) {
            return call(Optional.of(key), operation, arguments);
        }

        private Begun call(Optional<TlaValue> key, String operation, TlaValue... arguments) {
            record(to -> to.begin(name, key, operation, List.of(arguments), clock.getAsLong()));
            return new Begun(name);
        }
    }

    /** A call that was begun. Where none of the methods is called it stays unanswered. */
    public final class Begun {
        private final String client;

        private Begun(String client) {
            this.client = client;
        }

        /** The call took effect. */
        public void returned() {
            end(new Answer.Returned(clock.getAsLong(), Optional.empty()));
        }

        /** The call took effect and returned this. */
        public void returned(TlaValue result) {
            end(new Answer.Returned(clock.getAsLong(), Optional.of(result)));
        }

        /** The call was refused: certainly it has had no effect, and will have none. Not for a timeout. */
        public void failed() {
            end(new Answer.Failed(clock.getAsLong()));
        }

        private void end(Answer answer) {
            record(to -> to.end(client, answer));
        }
    }
}
