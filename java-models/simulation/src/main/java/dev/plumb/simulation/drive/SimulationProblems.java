package dev.plumb.simulation.drive;

import dev.plumb.simulation.ClientAnswer;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.explore.StepFailure;
import dev.plumb.simulation.world.Chooser.Choice;
import dev.plumb.simulation.world.Fault;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Problem.Kind;
import dev.plumb.traces.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a user can get wrong about simulated runs. */
public final class SimulationProblems {
    private SimulationProblems() {}

    static Problem noSuchProtocol(String name, List<String> known) {
        return problem(
                Kind.INPUT,
                "PLUMB-W01",
                "There is no protocol " + name + ".",
                "Known: " + String.join(", ", known) + ".\n"
                        + "A protocol is a service of dev.plumb.simulation.Protocol on the class path.");
    }

    static Problem noSuchBug(String protocol, String bug, List<String> known) {
        return problem(
                Kind.INPUT,
                "PLUMB-W02",
                "Protocol " + protocol + " has no bug " + bug + ".",
                "Known: none, " + String.join(", ", known) + ".");
    }

    /** What stands at {@code --faults}. */
    public static Problem noSuchFault(String text, List<String> known) {
        return problem(
                Kind.USAGE,
                "PLUMB-W03",
                text + " is not a fault and how often it may happen, as crash:1 is.",
                "Faults: " + String.join(", ", known) + ".");
    }

    static Problem notAFailure(Path file, String why) {
        return new Problem(
                Kind.INPUT,
                "PLUMB-W04",
                "This is not the file of a failure: " + why + ".",
                Optional.of(new Source(file.toString(), 0)),
                "plumb run writes such files to the folder failures when something is wrong.");
    }

    static Problem failureOfOtherVersion(Path file, String version, int known) {
        return new Problem(
                Kind.INPUT,
                "PLUMB-W09",
                "This failure is of version " + version + ", and this Plumb reads version " + known + ".",
                Optional.of(new Source(file.toString(), 0)),
                "Replay it with the Plumb that has saved it, or find the failure anew with plumb run.");
    }

    static Problem choiceDoesNotFit(int number, int chosen, Choice choice, int n) {
        return problem(
                Kind.INPUT,
                "PLUMB-W05",
                "Choice " + number + " is " + chosen + ", but there are only " + n + " possibilities for "
                        + choice.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".",
                "Likely cause: the protocol has changed since the failure was recorded. Find it anew with plumb run.");
    }

    public static Problem failsNoLonger(Path file, String recorded, String now) {
        return problem(
                Kind.INPUT,
                "PLUMB-W06",
                "Replayed, " + file + " does not fail as recorded.",
                "Recorded: " + recorded + ".\nNow: " + now + ".\n"
                        + "Likely cause: the protocol or its specification has changed, maybe for the better.");
    }

    /** A node's JVM, in a replay on sockets. */
    public static Problem nodeHasGone(String node, String lastWords) {
        return problem(
                Kind.TOOL,
                "PLUMB-W07",
                "Node " + node + " does not answer its controller.",
                "Likely cause: its JVM could not start, or was killed by somebody else.\n" + lastWords.strip());
    }

    /** An option that counts something of which some are needed. */
    public static Problem tooFew(String option, long given, int least) {
        return problem(
                Kind.USAGE, "PLUMB-W08", option + " " + given + " is too few.", "It takes " + least + " or more.");
    }

    /** Where something is to be left. */
    public static Problem notAFolder(String option, Path given, String why) {
        return problem(
                Kind.INPUT,
                "PLUMB-W10",
                option + " " + given + " cannot be used as a folder: " + why + ".",
                "Name another one with " + option + ".");
    }

    /** What clients saw in some behaviour is too much to be judged. */
    public static Problem notFoundOut(String model, String limit) {
        return problem(
                Kind.INPUT,
                "PLUMB-W40",
                "Whether what clients saw in some behaviour fits the model " + model + " was not found out: " + limit
                        + ".",
                "Let clients make fewer calls, or have random runs checked: plumb run.");
    }

    /** What stands twice at {@code --faults}. */
    public static Problem faultNamedTwice(Fault fault) {
        return problem(
                Kind.USAGE,
                "PLUMB-W11",
                "The fault " + fault.text() + " is named twice.",
                "Say once how often it may happen.");
    }

    /** An option that another one leaves nothing to do. */
    public static Problem withoutEffect(String option, String other) {
        return problem(
                Kind.USAGE, "PLUMB-W12", option + " has no effect with " + other + ".", "Leave out one of them.");
    }

    /** While the code follows its specification. */
    public static Problem handlerThrows(StepFailure failure) {
        return problem(
                Kind.INPUT,
                "PLUMB-W66",
                "Where " + failure.action() + ", a handler threw " + failure.thrown() + ".",
                "So the code cannot follow its specification.\n"
                        + "Have the failure found and saved, to be replayed: plumb explore, or plumb run --runs.");
    }

    /** A fault that was asked for. */
    public static Problem faultCannotHappen(Fault fault, String why) {
        return problem(
                Kind.USAGE,
                "PLUMB-W41",
                "The fault " + fault.text() + " cannot happen: " + why + ".",
                "Leave it out of --faults.");
    }

    /** A call of which nobody could say whether its answer is right. */
    public static Problem answerIsNone(Message call, Message answer) {
        return problem(
                Kind.INPUT,
                "PLUMB-W61",
                "The call " + call + " is answered with " + answer + ", which does not say what it is in a history.",
                "Have " + answer.getClass().getSimpleName() + " implement " + ClientAnswer.class.getName() + ".");
    }

    /** A model that TLC has nothing to say about. */
    public static Problem noBehaviour(String model) {
        return problem(
                Kind.INPUT,
                "PLUMB-W62",
                "TLC finds no behaviour for " + model + " that could be followed: nothing of it is violated.",
                "Name a model with an invariant that must be violated, such as a probe MC<Spec>_Reach<What>.cfg.");
    }

    /** A model that does not tell what this protocol's code should do. */
    public static Problem modelOfAnotherSpec(String model, String spec, List<String> known) {
        return problem(
                Kind.INPUT,
                "PLUMB-W63",
                model + " is no model of " + spec + ", the specification of this protocol.",
                "Models of " + spec + ": " + String.join(", ", known) + ".");
    }

    private static Problem problem(Kind kind, String code, String what, String nextStep) {
        return new Problem(kind, code, what, Optional.empty(), nextStep);
    }
}
