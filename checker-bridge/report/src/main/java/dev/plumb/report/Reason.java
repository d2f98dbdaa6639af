package dev.plumb.report;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Difference;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A {@link WhyNot} in the one shape that all reports show.
 *
 * @param sentence what is wrong with the step
 * @param brief the same in a line, for reasons that are only listed
 * @param conjunct text of what is FALSE
 * @param place where the conjunct stands
 * @param values that make it FALSE, by their text
 * @param differences observed and actual values
 */
record Reason(
        ActionInstance action,
        String sentence,
        String brief,
        Optional<String> conjunct,
        SourceRange place,
        SortedMap<String, String> values,
        List<Difference> differences) {

    static Reason of(WhyNot why) {
        if (why instanceof WhyNot.FalseConjunct no) {
            String sentence = "The spec does not allow " + no.action() + " here: this conjunct is FALSE.";
            return conjunct(no.action(), sentence, " is FALSE", no.place(), no.text(), no.values());
        } else if (why instanceof WhyNot.OutOfBounds no) {
            String sentence = "Next has no " + no.action() + ": this bound excludes the arguments.";
            return conjunct(no.action(), sentence, " excludes the arguments", no.place(), no.text(), no.values());
        } else if (why instanceof WhyNot.EndsElsewhere no) {
            String sentence = "The spec allows " + no.action() + " here, but it ends in another state than was seen.";
            return differing(no.action(), sentence, "ends elsewhere", no.differences());
        } else if (why instanceof WhyNot.StartsElsewhere no) {
            String sentence = "The state before " + no.action() + " is not the one that was seen.";
            return differing(no.action(), sentence, "starts elsewhere", no.differences());
        }
        WhyNot.EvaluationError error = (WhyNot.EvaluationError) why;
        String brief = "cannot be evaluated: " + error.message();
        return of(error.action(), "TLC cannot evaluate " + error.action() + " here: " + error.message(), brief);
    }

    private static Reason conjunct(
            ActionInstance action,
            String sentence,
            String verdict,
            SourceRange place,
            String text,
            SortedMap<String, String> values) {
        String brief = text + verdict + " (" + place + ")";
        return new Reason(action, sentence, brief, Optional.of(text), place, values, List.of());
    }

    private static Reason differing(ActionInstance action, String sentence, String verb, List<Difference> differences) {
        String brief = verb
                + differences.stream()
                        .findFirst()
                        .map(d -> ": " + d.path() + " was seen as " + d.observed() + ", not " + d.actual())
                        .orElse("");
        return new Reason(action, sentence, brief, Optional.empty(), action.definition(), new TreeMap<>(), differences);
    }

    private static Reason of(ActionInstance action, String sentence, String brief) {
        return new Reason(action, sentence, brief, Optional.empty(), action.definition(), new TreeMap<>(), List.of());
    }
}
