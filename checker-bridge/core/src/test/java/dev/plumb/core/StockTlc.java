package dev.plumb.core;

import static java.util.stream.Collectors.joining;

import dev.plumb.core.search.Silent;
import dev.plumb.core.tlc.Coverage;
import dev.plumb.core.tlc.TlcArguments;
import dev.plumb.core.tlc.TlcListener;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.core.tlc.TlcRun;
import dev.plumb.core.witness.Witness;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What TLC itself says of a trace: the independent witness of the search. */
final class StockTlc {
    /** For all tests; its JVMs end when this one does. */
    private static final TlcPool POOL = new TlcPool(TlcJar.find());

    private StockTlc() {}

    /** Whether the trace conforms; empty where TLC ends with an evaluation error, and so without an answer. */
    static Optional<Boolean> conforms(Trace trace, Model model, Path folder) throws IOException {
        return conforms(trace, model, Silent.NONE, folder);
    }

    static Optional<Boolean> conforms(Trace trace, Model model, Silent silent, Path folder) throws IOException {
        Witness witness;
        try (LoadedSpecs specs = LoadedSpecs.once(POOL.jar())) {
            witness = new TraceCheck(model, specs, silent).emit(trace, folder);
        }
        boolean all = true;
        for (Path config : witness.configs()) {
            TlcRun run = run(witness.module(), config, model, folder);
            Optional<Boolean> answer = answer(run);
            if (answer.isEmpty()) {
                System.out.println("TLC has no answer: " + lastWords(run));
                return answer;
            }
            all &= answer.get();
        }
        return Optional.of(all);
    }

    /**
     * Which of the runs conform, asked all at once: the initial state picks the run. Where that ends with an evaluation
     * error, they are asked for one by one, and what has none then is the answer for those that did not.
     */
    static List<Optional<Boolean>> conformingRuns(Witness witness, Model model, Path folder) throws IOException {
        int runs = witness.configs().size();
        TlcRun all = run(saysWhichConform(witness.module()), ofAllRuns(witness), model, folder);
        boolean isAnswered = answer(all).isPresent();
        List<Optional<Boolean>> answers = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            Path config = witness.configs().get(run - 1);
            answers.add(
                    isAnswered
                            ? Optional.of(all.unframed().contains("<<\"conforms\", " + run + ">>"))
                            : answer(run(witness.module(), config, model, folder)));
        }
        return answers;
    }

    /** A module with an invariant that is never violated, but says of each run that would violate the other. */
    private static Path saysWhichConform(Path module) throws IOException {
        String base = module.getFileName().toString().replace(".tla", "");
        String text = "---- MODULE " + base + "Runs ----\nEXTENDS " + base + ", TLC\n"
                + "TraceNotAcceptedOrSaid == TraceNotAccepted \\/ PrintT(<<\"conforms\", plumbRun>>)\n====\n";
        return Files.writeString(module.resolveSibling(base + "Runs.tla"), text);
    }

    private static Path ofAllRuns(Witness witness) throws IOException {
        String numbers = IntStream.rangeClosed(1, witness.configs().size())
                .mapToObj(Integer::toString)
                .collect(joining(", ", "{", "}"));
        Path first = witness.configs().get(0);
        String text = Files.readString(first)
                .replace("PlumbChosen = {1}", "PlumbChosen = " + numbers)
                .replace("TraceNotAccepted", "TraceNotAcceptedOrSaid");
        return Files.writeString(first.resolveSibling("all-runs.cfg"), text);
    }

    /** Empty where TLC ends with an evaluation error; no other failure is an answer either. */
    private static Optional<Boolean> answer(TlcRun run) {
        return switch (run.exitCode()) {
            case 0 -> Optional.of(false);
            case 12 -> Optional.of(true);
            case 75, 76, 77, 255 -> Optional.empty();
            default -> throw new AssertionError("TLC ended with " + run.exitCode() + ": " + lastWords(run));
        };
    }

    private static TlcRun run(Path module, Path config, Model model, Path folder) throws IOException {
        List<Path> folders = new ArrayList<>(model.folders());
        folders.add(folder);
        TlcArguments arguments = new TlcArguments(module, config, folders, 1, Coverage.OFF);
        return POOL.run(arguments, folder.resolve("tlc.out"), new TlcListener() {});
    }

    private static String lastWords(TlcRun run) {
        return run.messages().stream()
                .filter(m -> m.isError())
                .map(m -> m.text())
                .findFirst()
                .orElse(run.unframed());
    }
}
