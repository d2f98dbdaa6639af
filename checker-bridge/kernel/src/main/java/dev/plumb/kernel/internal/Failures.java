package dev.plumb.kernel.internal;

import dev.plumb.kernel.KernelProblems;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.kernel.internal.Candidates.Candidate;
import dev.plumb.traces.Problem;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tlc2.tool.impl.CallStackTool;
import tlc2.tool.impl.Tool;

/**
 * What TLC cannot evaluate, with the place where it gave up. It does not know that place by itself, so it does the same
 * once more and keeps track of where it is, which would be too slow to begin with.
 */
final class Failures {
    /** A place in TLC's stack, of which the innermost comes last. */
    private static final Pattern PLACE =
            Pattern.compile("Line (\\d+), column (\\d+) to line (\\d+), column (\\d+) in (\\w+)");

    private final Tool tool;
    private final ModuleFiles files;

    Failures(Tool tool, ModuleFiles files) {
        this.tool = tool;
        this.files = files;
    }

    Problem of(String what, Evaluator.Failure failure, Consumer<Tool> again) {
        Problem problem = KernelProblems.doesNotEvaluate(what, failure.what());
        return place(again).map(files::place).map(problem::at).orElse(problem);
    }

    /** An action without a value for each variable is no error to TLC's stack. */
    Problem of(Candidate action, Evaluator.Failure failure, TlcState from) {
        return of(action.instance().toString(), failure, again -> again.getNextStates(action.action(), from.state()))
                .at(files.place(action.instance().disjunct()));
    }

    Problem of(Candidates.Unknown part) {
        return KernelProblems.doesNotEvaluate("Next", part.message()).at(files.place(part.place()));
    }

    private Optional<SourceRange> place(Consumer<Tool> again) {
        CallStackTool stack = new CallStackTool(tool);
        try {
            again.accept(stack);
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError same) {
            return PLACE.matcher(stack.toString())
                    .results()
                    .reduce((outer, inner) -> inner)
                    .map(m -> new SourceRange(
                            m.group(5),
                            number(m.group(1)),
                            number(m.group(2)),
                            number(m.group(3)),
                            number(m.group(4))));
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
