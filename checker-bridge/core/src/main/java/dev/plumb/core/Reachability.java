package dev.plumb.core;

import dev.plumb.core.tlc.Coverage;
import dev.plumb.core.tlc.Statistics;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.kernel.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether predicates hold in some reachable state. TLC is asked one by one whether they never do, and must find that
 * violated; the invariants and properties of the model itself, which may end its check early, are not asked for then.
 */
public final class Reachability {
    private static final String MODULE = "PlumbReachable";
    private static final String NEVER = "PlumbNever";

    private final Model model;
    private final TlcPool pool;
    private final CheckOptions options;

    /**
     * A check that is not yet made.
     *
     * @param options how the model itself was checked
     */
    public Reachability(Model model, TlcPool pool, CheckOptions options) {
        this.model = model;
        this.pool = pool;
        this.options = CheckOptions.DEFAULT
                .withWorkers(options.workers())
                .withBudget(options.budget())
                .withCoverage(Coverage.OFF);
    }

    /** What the manifest expects to be reachable and is not, where {@code result} says that the model can be checked. */
    public List<Difference> differences(ModelCheckResult result) {
        List<Difference> differences = new ArrayList<>();
        if (model.expectation().isPresent()
                && Expectation.result(result.outcome()).isPresent()) {
            Expectation expectation = model.expectation().get();
            for (String predicate : expectation.reachable()) {
                String found = found(predicate);
                if (!found.isEmpty()) {
                    differences.add(new Difference(
                            "reachable " + predicate, "in some state", found, expectation.place(Manifest.REACHABLE)));
                }
            }
        }
        return differences;
    }

    /** In words; empty if it is reachable. */
    private String found(String predicate) {
        try (PrivateFolder folder = PrivateFolder.create(
                "plumb-reachable-" + ProcessHandle.current().pid() + "-")) {
            ModelCheckResult result = new ModelCheck(never(predicate, folder.path()), pool, folder.path(), options)
                    .check("", counts -> {});
            if (result.outcome() instanceof Outcome.Violates violates
                    && violates.name().equals(NEVER)) {
                return "";
            } else if (result.outcome() instanceof Outcome.Holds) {
                return "in none of "
                        + result.statistics().map(Statistics::distinct).orElse(0L) + " states";
            }
            return "undecided: " + Describe.outcome(result.outcome());
        } catch (IOException e) {
            throw CoreProblems.unreadable(model.module(), e.getMessage());
        }
    }

    private Model never(String predicate, Path folder) throws IOException {
        Config config = Config.read(model.config().orElseThrow(() -> CoreProblems.noConfig(model.module())));
        Path module = Files.writeString(
                folder.resolve(MODULE + ".tla"),
                "---- MODULE " + MODULE + " ----\nEXTENDS " + model.moduleName() + "\n" + NEVER + " == ~(\n" + predicate
                        + "\n)\n====\n");
        Path never = Files.writeString(folder.resolve(MODULE + ".cfg"), config(config));
        return new Model(module, Optional.of(never), model.folders(), Optional.empty());
    }

    /** The same states, but for symmetry: of states that it makes equal the predicate may hold in one and not in another. */
    private String config(Config config) {
        StringBuilder text = new StringBuilder(new KernelModel(model, config).behaviour());
        config.constants().values().forEach(constant -> text.append("CONSTANT ")
                .append(constant.text())
                .append('\n'));
        for (String keyword : List.of("CONSTRAINT", "ACTION_CONSTRAINT", "VIEW")) {
            config.names(keyword).forEach(name -> text.append(keyword + " " + name.text() + "\n"));
        }
        return text.append("CHECK_DEADLOCK FALSE\nINVARIANT " + NEVER + "\n").toString();
    }
}
