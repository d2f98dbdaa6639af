package dev.plumb.refinement;

import dev.plumb.traces.LineEncoder;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the lines of a process's steps, without what is secret or too long; for one thread at a time. */
final class LineMaker {
    private static final System.Logger LOG = System.getLogger(Recorder.class.getName());
    private static final Source UNWRITTEN = new Source("", 0);

    private final String process;
    private final Secrets secrets;
    private final int bytesMax;
    private final Set<String> warned;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LineEncoder encoder = new LineEncoder(bytes);

    /** @param warned what the user was told to be left out; all threads share it */
    LineMaker(String process, RecorderOptions options, Set<String> warned) {
        this.process = process;
        this.secrets = new Secrets(options.secrets());
        this.bytesMax = options.lineBytesMax();
        this.warned = warned;
    }

    byte[] line(SpecStep step, Clock clock) throws IOException {
        SpecStep told = secrets.without(step);
        byte[] line = encoded(told, clock);
        return line.length <= bytesMax ? line : shortened(line, told, clock);
    }

    private byte[] encoded(SpecStep step, Clock clock) throws IOException {
        bytes.reset();
        encoder.event(step.event(UNWRITTEN, process, clock.of(process)));
        return bytes.toByteArray();
    }

    private byte[] shortened(byte[] tooLong, SpecStep step, Clock clock) throws IOException {
        SortedMap<String, TlaValue> arguments = new TreeMap<>(step.arguments());
        SortedMap<String, Observation> before = new TreeMap<>(step.before());
        SortedMap<String, Observation> state = new TreeMap<>(step.state());
        List<Piece> largestFirst = Stream.of(
                        pieces(arguments, TlaValue::toString),
                        pieces(before, Observation::text),
                        pieces(state, Observation::text))
                .flatMap(pieces -> pieces)
                .sorted(Comparator.comparing(Piece::size).reversed())
                .toList();
        byte[] line = tooLong;
        for (Piece piece : largestFirst) {
            if (line.length > bytesMax) {
                piece.all().remove(piece.name());
                warn(step.action(), piece.name());
                line = encoded(new SpecStep(step.action(), step.run(), arguments, before, state, step.at()), clock);
            }
        }
        return line;
    }

    /** An argument or observation, among others. */
    private record Piece(SortedMap<String, ?> all, String name, int size) {}

    private static <T> Stream<Piece> pieces(SortedMap<String, T> all, Function<T, String> text) {
        return all.entrySet().stream()
                .map(each -> new Piece(
                        all, each.getKey(), text.apply(each.getValue()).length()));
    }

    private void warn(String action, String name) {
        if (warned.add(action + " " + name)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A step " + action + " of " + process + " is recorded without " + name
                            + ": its line is longer than "
                            + bytesMax + " bytes. Observe parts of it or how it changed, or set lineBytesMax."
                            + " This is said once.");
        }
    }
}
