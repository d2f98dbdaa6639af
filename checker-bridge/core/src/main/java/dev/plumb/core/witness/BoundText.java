package dev.plumb.core.witness;

import static java.util.stream.Collectors.joining;

import dev.plumb.kernel.api.EventBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a binding adds to {@link TraceModule}: nothing if there is none. Where an event is several steps, a variable tells how
 * many of them have been taken, and what the state before the first of them was.
 */
final class BoundText {
    private static final String TAKEN = "plumbWithin.taken";

    private final Optional<EventBinding> binding;
    private final List<String> variables;
    private final boolean hasSeveralSteps;

    BoundText(Optional<EventBinding> binding, List<String> variables) {
        this.binding = binding;
        this.variables = variables;
        this.hasSeveralSteps = binding.filter(EventBinding::hasSeveralSteps).isPresent();
    }

    /** The module, for EXTENDS. */
    String module() {
        return binding.map(by -> ", " + by.module()).orElse("");
    }

    String declaration() {
        return hasSeveralSteps
                ? "VARIABLE plumbWithin \\* the event of which some steps were taken: its part, how many, the state before it\n"
                : "";
    }

    /** The first of the alternatives of what an event is, before those that the spec names itself. */
    String action() {
        return binding.isEmpty() ? "" : "IF e.on # \"\" THEN PlumbBound(e, " + nextStep() + ") ELSE\n  ";
    }

    /** An event is what its operator allows, as far as the spec does, too, or as it changes nothing. */
    String definitions() {
        return binding.map(by -> bound(by) + several(by)).orElse("");
    }

    private String bound(EventBinding by) {
        return "PlumbBound(e, plumbStep) ==\n  /\\ " + operators(by) + "\n  /\\ " + ofSpec() + "\n\n";
    }

    /** The steps that the binding says are not recorded. */
    String silent() {
        return binding.filter(by -> by.silent().isPresent())
                .map(by -> " \\/ (Silent /\\ " + ofSpec() + ")")
                .orElse("");
    }

    private String ofSpec() {
        return "(PlumbSpecNext \\/ UNCHANGED <<" + String.join(", ", variables) + ">>)";
    }

    private static String operators(EventBinding by) {
        List<String> cases = new ArrayList<>();
        by.operators().forEach((name, steps) -> {
            for (int step = 1; step <= steps.size(); step++) {
                String isIt = "e.on = \"" + name + "\" /\\ plumbStep = " + step;
                cases.add("IF " + isIt + " THEN " + steps.get(step - 1) + "(e) ELSE ");
            }
        });
        return String.join("\n     ", cases) + "FALSE";
    }

    private String several(EventBinding by) {
        if (!hasSeveralSteps) {
            return "";
        }
        String counts = by.operators().entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "IF e.on = \"" + entry.getKey() + "\" THEN "
                        + entry.getValue().size() + " ELSE ")
                .collect(joining());
        return "PlumbSteps(e) == " + counts + "1\n\n";
    }

    private String nextStep() {
        return hasSeveralSteps ? TAKEN + " + 1" : "1";
    }

    /** The value of a variable before the event that is being explained. */
    String before(String variable) {
        return hasSeveralSteps
                ? "(IF " + TAKEN + " = 0 THEN " + variable + " ELSE plumbWithin.before." + variable + ")"
                : variable;
    }

    /** Conjuncts of the step that is the last of its event. */
    String lastStep() {
        return hasSeveralSteps
                ? "  /\\ plumbWithin.part \\in {0, part}\n  /\\ " + TAKEN
                        + " + 1 = PlumbSteps(e)\n  /\\ plumbWithin' = " + outside() + "\n"
                : "";
    }

    /** A condition under which what was seen before the event is compared. */
    String atFirst() {
        return hasSeveralSteps ? "IF " + TAKEN + " # 0 THEN TRUE ELSE " : "";
    }

    /** The definition of a step that is not the last of its event. */
    String earlierStep() {
        String state = variables.stream()
                .map(variable -> variable + " |-> " + before(variable))
                .collect(joining(", "));
        return hasSeveralSteps
                ? """
                PlumbEarlierStep(part, e) ==
                  /\\ \\A other \\in DOMAIN plumbCursor : plumbCursor[other] >= e.needs[other]
                  /\\ plumbWithin.part \\in {0, part}
                  /\\ plumbWithin.taken + 1 < PlumbSteps(e)
                  /\\ UNCHANGED <<plumbRun, plumbCursor, plumbSilent>>
                  /\\ plumbWithin' = [part |-> part, taken |-> plumbWithin.taken + 1, before |-> [""" + state + "]]\n"
                        + "  /\\ " + atFirst() + "\\A i \\in DOMAIN e.before : PlumbWas(e.before[i])\n"
                        + "  /\\ PlumbAction(e)\n\n"
                : "";
    }

    /** The steps that an event may take. */
    String steps(String arguments) {
        String last = "PlumbStep(" + arguments + ")";
        return hasSeveralSteps ? last + " \\/ PlumbEarlierStep(" + arguments + ")" : last;
    }

    /** Conjunct of the initial state. */
    String initially() {
        return hasSeveralSteps ? "  /\\ plumbWithin = " + outside() + "\n" : "";
    }

    /** Conjuncts of a step that was not recorded. */
    String duringSilence() {
        return hasSeveralSteps ? "     /\\ " + TAKEN + " = 0\n     /\\ UNCHANGED plumbWithin\n" : "";
    }

    private static String outside() {
        return "[part |-> 0, taken |-> 0, before |-> <<>>]";
    }
}
