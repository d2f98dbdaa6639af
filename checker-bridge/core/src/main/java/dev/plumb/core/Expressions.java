package dev.plumb.core;

import dev.plumb.kernel.Kernel;
import dev.plumb.kernel.PrivateFolder;
import dev.plumb.kernel.SpecSource;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.Level;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * TLA+ expressions of a user's, each the body of an operator of a generated module that extends the model's: what that
 * declares, defines and extends is in reach, with the constants of its {@code .cfg}. Whoever loads them closes them.
 */
final class Expressions implements AutoCloseable {
    private final List<String> texts;
    private final ExpressionModule module;
    private final PrivateFolder folder;
    private final LoadedSpec spec;

    private Expressions(List<String> texts, ExpressionModule module, PrivateFolder folder, LoadedSpec spec) {
        this.texts = texts;
        this.module = module;
        this.folder = folder;
        this.spec = spec;
    }

    /**
     * Loads expressions.
     *
     * @throws Problem if one cannot be parsed, or the model not be loaded
     */
    static Expressions load(Model model, Config config, List<String> texts, TlcJar jar) {
        ExpressionModule module = new ExpressionModule(model.moduleName(), texts);
        PrivateFolder folder = PrivateFolder.create("plumb-expressions-");
        try {
            Path file = folder.path().resolve(ExpressionModule.NAME + ".tla");
            Files.writeString(file, module.text());
            String constants = new KernelModel(model, config).constants();
            SpecSource source = new SpecSource(file, model.folders(), ExpressionModule.BEHAVIOUR + constants);
            return new Expressions(texts, module, folder, Kernel.load(source, jar));
        } catch (IOException e) {
            folder.close();
            throw new UncheckedIOException(e);
        } catch (Problem problem) {
            folder.close();
            throw module.explained(
                    problem, Modules.of(model.module(), model.folders()).names());
        }
    }

    /** The model, for its states; it has no behaviour. */
    LoadedSpec spec() {
        return spec;
    }

    List<String> texts() {
        return texts;
    }

    Level level(int expression) {
        return spec.formulas().level(ExpressionModule.operator(expression));
    }

    /**
     * The value of one.
     *
     * @param states no fewer than its level asks for
     * @throws Problem if it has none
     */
    TlaValue value(int expression, List<SpecState> states) {
        try {
            return spec.formulas().value(ExpressionModule.operator(expression), states);
        } catch (Problem problem) {
            throw CoreProblems.expressionHasNoValue(module.reworded(problem.what(), expression));
        }
    }

    @Override
    public void close() {
        spec.close();
        folder.close();
    }
}
