package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.catalogue.JavaProtocol.Departure;
import dev.plumb.core.LoadedSpecs;
import dev.plumb.core.Outcome;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The recorded traces of the Java protocols in {@code traces/corpus}: which conform, and where the others diverge. */
class CorpusTest {
    private static final String ENDING = ".ndjson";

    private static final LoadedSpecs SPECS = new LoadedSpecs(TlcJar.find());

    @AfterAll
    static void unload() {
        SPECS.close();
    }

    private static TraceCheckResult check(JavaProtocol protocol, String trace) {
        SpecLocator specs = new SpecLocator(List.of(Project.ROOT));
        Path file = folder(protocol).resolve(trace + ENDING);
        return new TraceCheck(specs.forTraces(protocol.module(), Optional.empty()), SPECS)
                .check(TraceReader.read(List.of(file), ReadOptions.DEFAULT).get(0), "the test");
    }

    private static Path folder(JavaProtocol protocol) {
        return Project.ROOT.resolve("traces/corpus").resolve(protocol.name());
    }

    private static String name(JavaProtocol protocol, String trace) {
        return protocol.name() + "/" + trace;
    }

    @TestFactory
    Stream<DynamicTest> conforms() {
        return JavaProtocol.all().stream().flatMap(protocol -> protocol.conforming().stream()
                .map(trace -> DynamicTest.dynamicTest(name(protocol, trace), () -> {
                    assertThat(check(protocol, trace).outcome()).isEqualTo(new Outcome.Conforms());
                })));
    }

    @TestFactory
    Stream<DynamicTest> diverges() {
        return JavaProtocol.all().stream().flatMap(protocol -> protocol.diverging().entrySet().stream()
                .map(trace -> DynamicTest.dynamicTest(
                        name(protocol, trace.getKey()), () -> diverges(protocol, trace.getKey(), trace.getValue()))));
    }

    private static void diverges(JavaProtocol protocol, String trace, Departure departure) {
        TraceCheckResult result = check(protocol, trace);
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverges());
        assertThat(result.runs().get(0).divergence().orElseThrow().blocked()).anySatisfy(blocked -> {
            assertThat(blocked.event().action()).contains(departure.at());
            assertThat(blocked.reasons().toString()).contains(departure.because());
        });
    }

    @TestFactory
    Stream<DynamicTest> leaves_none_out() {
        return JavaProtocol.all().stream()
                .map(protocol -> DynamicTest.dynamicTest(protocol.name(), () -> {
                    List<String> told = Stream.concat(
                                    protocol.conforming().stream(), protocol.diverging().keySet().stream())
                            .map(trace -> trace + ENDING)
                            .toList();
                    assertThat(protocol.conforming()).isNotEmpty();
                    assertThat(protocol.diverging()).isNotEmpty();
                    assertThat(traces(folder(protocol))).containsExactlyInAnyOrderElementsOf(told);
                }));
    }

    private static List<String> traces(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
