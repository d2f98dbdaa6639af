package dev.plumb.core.witness;

import static java.util.stream.Collectors.joining;

import dev.plumb.core.search.Silent;
import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecText;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The module {@code <Spec>Trace}: the spec with a cursor into the trace, so that its behaviours are those of the spec
 * that explain the events one after the other. It depends on the spec only; the trace is in {@link TraceData}.
 */
final class TraceModule {
    private static final String GENERIC = """
            PlumbTrace == PlumbRuns[plumbRun]

            RECURSIVE PlumbAt(_, _)
            PlumbAt(value, path) == IF path = <<>> THEN value ELSE PlumbAt(value[Head(path)], Tail(path))

            RECURSIVE PlumbHasPath(_, _)
            PlumbHasPath(value, path) ==
              IF path = <<>> THEN TRUE
              ELSE IF Head(path) \\in DOMAIN value THEN PlumbHasPath(value[Head(path)], Tail(path)) ELSE FALSE

            PlumbOperation(value, op, args) ==
              CASE op = "Update" -> args[1]
                [] op = "AddElement" -> value \\cup {args[1]}
                [] op = "AddElements" -> value \\cup args[1]
                [] op = "RemoveElement" -> value \\ {args[1]}
                [] op = "Clear" -> {}
                [] op = "AppendElement" -> Append(value, args[1])
                [] op = "Init" -> args[1]
                [] op = "Add" -> value + args[1]
                [] op = "Sub" -> value - args[1]
                [] op = "Unchanged" -> value

            RECURSIVE PlumbUpdate(_, _, _, _)
            PlumbUpdate(value, path, op, args) ==
              IF path = <<>> THEN PlumbOperation(value, op, args)
              ELSE [value EXCEPT ![Head(path)] = PlumbUpdate(@, Tail(path), op, args)]

            RECURSIVE PlumbUpdates(_, _)
            PlumbUpdates(value, updates) ==
              IF updates = <<>> THEN value
              ELSE PlumbUpdates(PlumbUpdate(value, Head(updates).path, Head(updates).op, Head(updates).args), Tail(updates))

            PlumbElements(sequence) == {sequence[i] : i \\in DOMAIN sequence}

            PlumbChanged(value, o) == (value \\ o.removed) \\cup o.added

            PlumbCompare(before, after, o) ==
              IF ~PlumbHasPath(after, o.path) THEN FALSE
              ELSE CASE o.op = "is" -> PlumbAt(after, o.path) = o.value
                     [] o.op = "has" -> o.value \\subseteq PlumbAt(after, o.path)
                     [] o.op = "hasNot" -> o.value \\cap PlumbAt(after, o.path) = {}
                     [] o.op = "hasElements" -> o.value \\subseteq PlumbElements(PlumbAt(after, o.path))
                     [] o.op = "hasNotElements" -> o.value \\cap PlumbElements(PlumbAt(after, o.path)) = {}
                     [] o.op = "cardinality" -> Cardinality(PlumbAt(after, o.path)) = o.value
                     [] o.op = "length" -> Len(PlumbAt(after, o.path)) = o.value
                     [] o.op = "changed" -> PlumbAt(after, o.path) = PlumbChanged(PlumbAt(before, o.path), o)
                     [] o.op = "appended" -> PlumbAt(after, o.path) = PlumbAt(before, o.path) \\o o.value
                     [] o.op = "updates" -> after = PlumbUpdates(before, o.value)
            """;
    private static final String NOT_ACCEPTED = """
            \\* Violated iff some behaviour of the specification explains every event: then the trace conforms.
            TraceNotAccepted == \\E part \\in DOMAIN PlumbTrace : plumbCursor[part] # Len(PlumbTrace[part])
            """;

    private final LoadedSpec spec;
    private final Silent silent;
    private final BoundText bound;

    TraceModule(LoadedSpec spec, Silent silent) {
        this.spec = spec;
        this.silent = silent;
        this.bound = new BoundText(spec.binding(), spec.variables());
    }

    String name() {
        return spec.module() + "Trace";
    }

    String text() {
        SpecText text = spec.text();
        return "---- MODULE " + name() + " ----\n"
                + "\\* Generated: the behaviours of " + spec.module() + " that explain a recorded trace.\n"
                + "EXTENDS " + spec.module() + bound.module() + ", " + spec.module()
                + "TraceData, Integers, Sequences, FiniteSets\n\n"
                + "CONSTANT PlumbChosen \\* which runs of the trace, by their numbers\n"
                + "VARIABLE plumbRun \\* one of them, which the initial state picks\n"
                + "VARIABLE plumbCursor \\* how many events of each part have been explained\n"
                + "VARIABLE plumbSilent \\* how many steps since the last of them were not recorded\n"
                + bound.declaration() + "\n"
                + GENERIC
                + "\nPlumbSpecInit ==\n" + text.init() + "\n"
                + "\nPlumbSpecNext ==\n" + text.next() + "\n\n"
                + text.actions() + "\n"
                + bound.definitions()
                + actions() + "\n"
                + silent() + "\n"
                + onVariables() + "\n"
                + step()
                + next() + "\n"
                + NOT_ACCEPTED
                + "====\n";
    }

    private String step() {
        return String.format(
                Locale.ROOT, """
                PlumbStep(part, e) ==
                  /\\ \\A other \\in DOMAIN plumbCursor : plumbCursor[other] >= e.needs[other]
                  /\\ plumbCursor' = [plumbCursor EXCEPT ![part] = @ + 1]
                  /\\ plumbSilent' = 0
                  /\\ plumbRun' = plumbRun
                %s  /\\ %s\\A i \\in DOMAIN e.before : PlumbWas(e.before[i])
                  /\\ \\A i \\in DOMAIN e.state : PlumbBind(e.state[i])
                  /\\ PlumbAction(e)
                  /\\ \\A i \\in DOMAIN e.state : PlumbSeen(e.state[i])

                %sPlumbInit ==
                  /\\ plumbRun \\in PlumbChosen
                  /\\ PlumbSpecInit
                  /\\ \\A i \\in DOMAIN PlumbObservedInit : PlumbWas(PlumbObservedInit[i])
                  /\\ plumbCursor = [part \\in DOMAIN PlumbTrace |-> 0]
                  /\\ plumbSilent = 0
                %s
                """, bound.lastStep(), bound.atFirst(), bound.earlierStep(), bound.initially());
    }

    private String next() {
        return String.format(
                Locale.ROOT, """
                PlumbNext ==
                  \\/ \\E part \\in DOMAIN PlumbTrace :
                       /\\ plumbCursor[part] < Len(PlumbTrace[part])
                       /\\ %s
                  \\/ /\\ plumbSilent < PlumbSilentMax
                     /\\ plumbSilent' = plumbSilent + 1
                     /\\ plumbCursor' = plumbCursor
                     /\\ plumbRun' = plumbRun
                %s     /\\ PlumbSilentAction
                """, bound.steps("part, PlumbTrace[part][plumbCursor[part] + 1]"), bound.duringSilence());
    }

    private String actions() {
        String unchanged = "UNCHANGED <<" + String.join(", ", spec.variables()) + ">>";
        String cases = spec.actions().stream()
                .map(ActionSignature::name)
                .map(name -> "    [] e.action = \"" + name + "\" -> " + SpecText.operator(name) + "(e.args)\n")
                .collect(joining());
        return "PlumbAction(e) ==\n  " + bound.action() + "CASE e.action = \"\" -> (PlumbSpecNext \\/ " + unchanged
                + ")\n" + cases;
    }

    private String silent() {
        String actions = silent.actions().stream()
                .map(action -> " \\/ " + SpecText.operator(action) + "(<<>>)")
                .collect(joining());
        return "PlumbSilentMax == " + silent.max(spec.binding()) + "\n\nPlumbSilentAction == FALSE" + actions
                + bound.silent() + "\n";
    }

    private String onVariables() {
        return dispatch("PlumbBind", "TRUE", this::bind)
                + dispatch(
                        "PlumbSeen",
                        "FALSE",
                        variable -> "PlumbCompare(" + bound.before(variable) + ", " + variable + "', o)")
                + dispatch("PlumbWas", "FALSE", variable -> "PlumbCompare(" + variable + ", " + variable + ", o)");
    }

    /** What determines the variable binds it before the action is evaluated: TLC then compares instead of enumerating. */
    private String bind(String variable) {
        String before = bound.before(variable);
        return "IF o.path # <<>> THEN TRUE"
                + "\n      ELSE IF o.op = \"is\" THEN " + variable + "' = o.value"
                + "\n      ELSE IF o.op = \"changed\" THEN " + variable + "' = PlumbChanged(" + before + ", o)"
                + "\n      ELSE IF o.op = \"appended\" THEN " + variable + "' = " + before + " \\o o.value"
                + "\n      ELSE IF o.op = \"updates\" THEN " + variable + "' = PlumbUpdates(" + before + ", o.value)"
                + "\n      ELSE TRUE";
    }

    private String dispatch(String operator, String otherwise, UnaryOperator<String> body) {
        List<String> cases = spec.variables().stream()
                .map(variable -> "  IF o.var = \"" + variable + "\" THEN\n      " + body.apply(variable) + "\n  ELSE")
                .toList();
        return operator + "(o) ==\n" + String.join("\n", cases) + " " + otherwise + "\n\n";
    }
}
