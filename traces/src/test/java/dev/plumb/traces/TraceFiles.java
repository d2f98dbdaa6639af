package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Writes files of a trace into a folder and reads them: the fixture of the tests of reading. */
final class TraceFiles {
    static final String HEADER = "{'plumb':1}";
    static final String PART_OF_DEMO = "{'plumb':1,'trace':'demo'}";

    private final Path folder;
    private ReadOptions options = ReadOptions.DEFAULT;

    TraceFiles(Path folder) {
        this.folder = folder;
    }

    /** A file of these lines, in which apostrophes stand for quotes. */
    TraceFiles file(String name, String... lines) {
        return text(name, String.join("\n", lines) + "\n");
    }

    /** A file of this text, which may not end with a newline. */
    TraceFiles text(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text.replace('\'', '"'));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as {@link #file}, zipped. */
    TraceFiles zipped(String name, String... lines) {
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write((String.join("\n", lines) + "\n").replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TraceFiles ignoring(String... names) {
        options = new ReadOptions(options.conf(), options.merge(), options.allowEmpty(), new TreeSet<>(List.of(names)));
        return this;
    }

    TraceFiles conf(String... lines) {
        file("conf.ndjson", lines);
        options = new ReadOptions(
                Optional.of(folder.resolve("conf.ndjson")), options.merge(), options.allowEmpty(), options.ignore());
        return this;
    }

    TraceFiles merged() {
        options = new ReadOptions(options.conf(), true, options.allowEmpty(), options.ignore());
        return this;
    }

    TraceFiles emptyAllowed() {
        options = new ReadOptions(options.conf(), options.merge(), true, options.ignore());
        return this;
    }

    List<Trace> traces() {
        return TraceReader.read(List.of(folder), options);
    }

    Trace trace() {
        List<Trace> traces = traces();
        assertThat(traces).hasSize(1);
        return traces.get(0);
    }

    Event onlyEvent() {
        return events(trace()).findFirst().orElseThrow();
    }

    static Stream<Event> events(Trace trace) {
        return trace.runs().stream().flatMap(run -> run.parts().stream()).flatMap(part -> part.events().stream());
    }

    /** @param place file and line, without the folder; empty if the problem has none */
    void areRejected(String code, String place, String what) {
        Problem problem = catchThrowableOfType(Problem.class, this::traces);
        assertThat(problem).as("problem").isNotNull();
        assertThat(problem.code()).isEqualTo("PLUMB-" + code);
        boolean isEmpty = code.equals("T01");
        assertThat(problem.kind()).isEqualTo(isEmpty ? Problem.Kind.NOTHING : Problem.Kind.INPUT);
        assertThat(problem.source().map(this::place).orElse("")).isEqualTo(place);
        assertThat(problem.text().replace('"', '\'')).contains(what);
    }

    private String place(Source source) {
        return source.toString().replace(folder + "/", "");
    }
}
