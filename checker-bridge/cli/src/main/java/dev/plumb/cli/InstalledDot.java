package dev.plumb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import guru.nidi.graphviz.engine.EngineResult;
import guru.nidi.graphviz.engine.Format;
import guru.nidi.graphviz.engine.Graphviz;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The {@code dot} of an installed Graphviz. Graphviz-java's own way to call it goes through a shell, leaves its files in
 * the temporary folder and never ends where {@code dot} does not; this one pipes, and ends it.
 */
final class InstalledDot implements GraphvizEngine {
    private static final int SECONDS_MAX = 60;

    private final Path program;

    private InstalledDot(Path program) {
        this.program = program;
    }

    /** Empty where there is none. */
    static Optional<InstalledDot> find() {
        return Programs.find("dot", System.getenv()).map(InstalledDot::new);
    }

    /**
     * A picture of a graph.
     *
     * @param dot the graph in the language of Graphviz
     * @throws dev.plumb.traces.Problem if none comes out
     */
    String svg(String dot) {
        Graphviz.useEngine(this);
        return Graphviz.fromString(dot).render(Format.SVG).toString();
    }

    @Override
    public void init(Consumer<GraphvizEngine> onOk, Consumer<GraphvizEngine> onError) {
        onOk.accept(this);
    }

    @Override
    public EngineResult execute(String source, Options options, Rasterizer rasterizer) {
        try {
            Process process = new ProcessBuilder(program.toString(), "-Tsvg")
                    .redirectError(Redirect.DISCARD)
                    .start();
            process.onExit().orTimeout(SECONDS_MAX, TimeUnit.SECONDS).exceptionally(tooLong -> {
                process.destroyForcibly();
                return process;
            });
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(source, process));
            String svg = new String(process.getInputStream().readAllBytes(), UTF_8);
            written.exceptionally(endedBefore -> null).join();
            int exitCode = process.onExit().join().exitValue();
            if (exitCode != 0 || !svg.stripTrailing().endsWith("</svg>")) {
                throw PictureProblems.noPicture(program.toString(), exitCode);
            }
            return EngineResult.fromString(svg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String source, Process process) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(source.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Each call is a process of its own, which has ended.
    }
}
