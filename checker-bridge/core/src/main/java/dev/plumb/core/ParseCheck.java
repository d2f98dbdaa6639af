package dev.plumb.core;

import dev.plumb.core.Finding.Place;
import dev.plumb.core.Finding.Severity;
import dev.plumb.core.tlc.SanyProcess;
import dev.plumb.core.tlc.SanyProcess.SanyRun;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses a module, and all that it needs, with SANY, the parser that TLC brings. */
public final class ParseCheck {
    private final TlcJar jar;
    private final Map<List<Path>, Neighbourhood> neighbourhoods = new HashMap<>();

    public ParseCheck(TlcJar jar) {
        this.jar = jar;
    }

    /**
     * Parses it.
     *
     * @throws Problem if SANY could not be asked
     */
    public ParseResult check(Model model) {
        try {
            Modules modules = Modules.of(model.module(), model.folders());
            SanyRun run = new SanyProcess(jar).run(model.module(), model.folders());
            List<Finding> findings = new SanyFindings(run.output(), model, modules.definitions()).all();
            ParseResult result = new ParseResult(model.module(), findings);
            if (result.parses() && !run.accepts(model.moduleName())) {
                throw CoreProblems.noVerdict(run.exitCode(), run.output().strip());
            }
            return result.parses() ? result.with(unused(model)) : result;
        } catch (IOException e) {
            throw CoreProblems.cannotStart("SANY", e.getMessage());
        } catch (Problem problem) {
            return new ParseResult(model.module(), List.of(finding(problem)));
        }
    }

    private List<Finding> unused(Model model) {
        Neighbourhood neighbourhood =
                neighbourhoods.computeIfAbsent(model.folders(), folders -> new Neighbourhood(folders, jar));
        Path module = model.module().toAbsolutePath().normalize();
        return new UnusedNames(neighbourhood, module).findings(model.module());
    }

    /** That a module cannot be chosen is a fault of the spec, like any that SANY finds. */
    private static Finding finding(Problem problem) {
        if (problem.kind() != Problem.Kind.SPEC) {
            throw problem;
        }
        Optional<Place> place = problem.source()
                .filter(source -> source.line() > 0)
                .map(source -> new Place(Path.of(source.file()), source.line(), 1, 1));
        return new Finding(Severity.ERROR, place, problem.what(), problem.nextStep());
    }
}
