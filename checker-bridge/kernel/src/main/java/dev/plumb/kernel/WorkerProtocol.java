package dev.plumb.kernel;

import dev.plumb.kernel.api.Counts;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Plumb and a {@link TlcWorker} say to each other over the standard input and output of the latter: requests one
 * way, frames the other, each begun by a byte that says its kind.
 */
public final class WorkerProtocol {
    private static final int RUN = 'r';
    private static final int STOP = 's';
    private static final int SAVE = 'w';
    private static final int OUTPUT = 'o';
    private static final int COUNTS = 'c';
    private static final int NO_COUNTS = 'n';
    private static final int ENDED = 'x';

    private WorkerProtocol() {}

    /** What Plumb asks of a worker. */
    public sealed interface Request {
        /**
         * To check a model. Nothing else is asked until it has ended, but to stop.
         *
         * @param properties of the system, for this run only
         * @param arguments of TLC's command line
         */
        record Run(Map<String, String> properties, List<String> arguments) implements Request {}

        /** To end the run soon; without a run it means nothing. */
        record Stop() implements Request {}

        /** To write a checkpoint and go on; without a run it means nothing. */
        record Save() implements Request {}
    }

    /** What a worker tells. */
    public sealed interface Frame {
        /** Some bytes that TLC has printed. */
        record Output(ByteBuffer bytes) implements Frame {}

        /** Comes several times a second, with counts where there are any. */
        record Progress(Optional<Counts> counts) implements Frame {}

        /** The run has ended with what would have been the exit code. */
        record Ended(int exitCode) implements Frame {}
    }

    public static void write(Request request, DataOutputStream out) throws IOException {
        if (request instanceof Request.Run run) {
            out.writeByte(RUN);
            out.writeInt(run.properties().size());
            for (Map.Entry<String, String> property : run.properties().entrySet()) {
                writeText(property.getKey(), out);
                writeText(property.getValue(), out);
            }
            out.writeInt(run.arguments().size());
            for (String argument : run.arguments()) {
                writeText(argument, out);
            }
        } else {
            out.writeByte(request instanceof Request.Stop ? STOP : SAVE);
        }
        out.flush();
    }

    static Request readRequest(DataInputStream in) throws IOException {
        int kind = in.readByte();
        if (kind != RUN) {
            return kind == STOP ? new Request.Stop() : new Request.Save();
        }
        Map<String, String> properties = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            properties.put(readText(in), readText(in));
        }
        List<String> arguments = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            arguments.add(readText(in));
        }
        return new Request.Run(properties, arguments);
    }

    static void write(Frame frame, DataOutputStream out) throws IOException {
        if (frame instanceof Frame.Output output) {
            out.writeByte(OUTPUT);
            out.writeInt(output.bytes().remaining());
            out.write(
                    output.bytes().array(),
                    output.bytes().position(),
                    output.bytes().remaining());
        } else if (frame instanceof Frame.Progress progress) {
            writeCounts(progress.counts(), out);
        } else if (frame instanceof Frame.Ended ended) {
            out.writeByte(ENDED);
            out.writeInt(ended.exitCode());
        }
        out.flush();
    }

    private static void writeCounts(Optional<Counts> counts, DataOutputStream out) throws IOException {
        out.writeByte(counts.isPresent() ? COUNTS : NO_COUNTS);
        if (counts.isPresent()) {
            out.writeLong(counts.get().generated());
            out.writeLong(counts.get().distinct());
            out.writeLong(counts.get().queued());
            out.writeInt(counts.get().depth());
        }
    }

    /**
     * Waits for the next frame.
     *
     * @throws java.io.EOFException if the worker has gone
     */
    public static Frame readFrame(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case OUTPUT -> new Frame.Output(ByteBuffer.wrap(in.readNBytes(in.readInt())));
            case NO_COUNTS -> new Frame.Progress(Optional.empty());
            case COUNTS ->
                new Frame.Progress(Optional.of(new Counts(in.readLong(), in.readLong(), in.readLong(), in.readInt())));
            case ENDED -> new Frame.Ended(in.readInt());
            default -> throw new IOException("no frame begins with " + kind);
        };
    }

    /** Longer ones than {@link DataOutputStream#writeUTF} takes: a library path names many folders. */
    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
