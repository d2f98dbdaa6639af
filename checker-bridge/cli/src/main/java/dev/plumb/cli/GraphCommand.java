package dev.plumb.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Behaviour;
import dev.plumb.core.GraphCheck;
import dev.plumb.core.Model;
import dev.plumb.core.StateGraph;
import dev.plumb.report.Checked;
import dev.plumb.report.FileName;
import dev.plumb.report.GraphDot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb graph}. */
@Command(
        name = "graph",
        mixinStandardHelpOptions = true,
        description = "Draws the states that a model can reach, and every step between them.",
        footer = {
            "",
            "Examples:",
            "  plumb graph MCTCommit                                   each state",
            "  plumb graph MCTwoPhase --group-by tmState               one node for each value of a variable,",
            "  plumb graph MCTwoPhase --group-by 'Cardinality(msgs)'   or of an expression",
            "  plumb graph MCTwoPhase_Hasty.cfg --counterexample       what a check has found, and what else could be done",
            "",
            "Exit code: 0 if there is a picture; all others: plumb --help."
        })
public final class GraphCommand implements PlumbCommand {
    @Parameters(paramLabel = "SPEC", description = "A .tla, a .cfg, or the name of a module below specs/.")
    private String spec = "";

    @Option(names = "--config", paramLabel = "CFG", description = "The model: a .cfg, by path or beside the module.")
    private @Nullable String config;

    @Option(
            names = "--group-by",
            paramLabel = "EXPR",
            description = "One node for all states in which this has the same value; may be repeated.")
    private List<String> groupBy = new ArrayList<>();

    @Option(
            names = "--counterexample",
            description = "Draw the counterexample that plumb check left in --out, and where one step from it leads.")
    private boolean counterexample;

    @Option(
            names = "--states",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Visit no more states than this (default: ${DEFAULT-VALUE}).")
    private int states;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "" + GraphPictures.NODES_MAX,
            description = "Draw no more nodes than this: nobody could read them (default: ${DEFAULT-VALUE}).")
    private int nodes;

    @Option(
            names = "--layout",
            paramLabel = "HOW",
            defaultValue = "auto",
            description = "dot: by Graphviz; plumb: without it; auto: by Graphviz where it is installed (default:"
                    + " ${DEFAULT-VALUE}).")
    private GraphPictures.Layout layout = GraphPictures.Layout.AUTO;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        Model model = model();
        GraphCheck check = new GraphCheck(model, options.tlc(), states);
        GraphCheck.Found found = counterexample ? check.along(counterexample(model)) : check.find();
        StateGraph graph = groupBy.isEmpty() ? found.graph() : folded(check, found);
        if (graph.nodes().size() > nodes) {
            throw PictureProblems.tooManyNodes(graph, nodes, Folds.of(found.states(), nodes));
        }
        ReportFolder folder = ReportFolder.in(options.out(), FileName.ofModel(model.name()));
        List<Path> written = GraphPictures.write(graph, layout, folder, "graph");
        tell(graph, written);
        return 0;
    }

    private Behaviour counterexample(Model model) {
        Path file = new LastResults(options.out()).file(model);
        Checked last = ReportFolder.read(file);
        if (!last.spec().equals(model.moduleName())) {
            throw PictureProblems.resultOfAnother(file, last.spec(), model.moduleName());
        }
        return last.behaviour().orElseThrow(() -> PictureProblems.noCounterexample(file));
    }

    private Model model() {
        List<Model> models = CommonOptions.specs().models(spec, Optional.ofNullable(config));
        if (models.size() > 1) {
            throw PictureProblems.severalModels(
                    spec, models.stream().map(Model::name).toList());
        }
        return models.get(0);
    }

    private StateGraph folded(GraphCheck check, GraphCheck.Found found) {
        List<StringBuilder> groups = new ArrayList<>();
        found.states().forEach(state -> groups.add(new StringBuilder()));
        for (String expression : groupBy) {
            List<String> values = check.values(expression, found.states());
            for (int i = 0; i < values.size(); i++) {
                groups.get(i)
                        .append(expression)
                        .append(" = ")
                        .append(values.get(i))
                        .append('\n');
            }
        }
        return found.graph()
                .foldedBy(groups.stream().map(StringBuilder::toString).toList());
    }

    private void tell(StateGraph graph, List<Path> written) {
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        if (options.json()) {
            ObjectNode json =
                    JsonNodeFactory.instance.objectNode().put("plumb", 1).put("check", "graph");
            json.put("spec", graph.spec()).put("nodes", graph.nodes().size());
            json.put("states", graph.states()).put("steps", graph.steps()).put("isWhole", graph.isWhole());
            json.put("isWrong", !graph.path().isEmpty());
            ArrayNode files = json.putArray("files");
            written.forEach(file -> files.add(file.toString()));
            out.println(json);
        } else {
            out.println(GraphDot.title(graph));
            if (!graph.path().isEmpty()) {
                out.println("  something is wrong in it: the thick lines lead there"
                        + (counterexample ? "" : " by the fewest steps"));
            }
            written.forEach(file -> out.println("  see " + file));
        }
    }
}
