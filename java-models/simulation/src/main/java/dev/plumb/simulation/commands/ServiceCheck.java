package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ShellWords;
import dev.plumb.core.Outcome;
import dev.plumb.histories.Budget;
import dev.plumb.histories.History;
import dev.plumb.histories.HistoryCheck;
import dev.plumb.histories.HistoryWriter;
import dev.plumb.histories.Strength;
import dev.plumb.report.CallsResult;
import dev.plumb.simulation.Service;
import dev.plumb.simulation.clients.RunHistory;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Holds what the clients of runs saw against what the nodes promise them. */
final class ServiceCheck {
    /** Where nobody calls, nothing is shown. */
    private static final Strength.Minimum SOMEBODY_CALLS = new Strength.Minimum(1, 0, 0, 0);

    private final Optional<Service> service;

    ServiceCheck(Scenario scenario) {
        this.service = scenario.deployment().service();
    }

    boolean isPromised() {
        return service.isPresent();
    }

    /**
     * Checks what the clients of a run saw.
     *
     * @param file where the history is left
     * @return empty if they are promised nothing
     */
    Optional<CallsResult> check(Run run, Path file, String name) throws IOException {
        if (service.isEmpty()) {
            return Optional.empty();
        }
        History history = RunHistory.of(run, service.get(), name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        HistoryWriter.write(file, history);
        return Optional.of(check(history, file));
    }

    /** The same, of which nothing is left. */
    Optional<CallsResult> check(Run run) {
        return service.map(promised -> check(RunHistory.of(run, promised, "run"), Path.of("history.ndjson")));
    }

    private CallsResult check(History history, Path file) {
        Service promised = service.orElseThrow();
        String again = ShellWords.line(List.of(
                CommonOptions.plumb(),
                "history",
                file.toString(),
                "--model",
                promised.model().name()));
        return new HistoryCheck(promised.model(), promised.object(), SOMEBODY_CALLS)
                .check(history, Budget.standard(), again);
    }

    /** Whether what the clients of a run saw is more than they were promised. */
    Optional<Violation> violation(Run run) {
        return check(run).flatMap(ServiceCheck::violation);
    }

    static Optional<Violation> violation(CallsResult result) {
        return result.outcome() instanceof Outcome.Diverges
                ? Optional.of(
                        new Violation(Violation.Kind.HISTORY, result.names().getOrDefault("Model", "")))
                : Optional.empty();
    }
}
