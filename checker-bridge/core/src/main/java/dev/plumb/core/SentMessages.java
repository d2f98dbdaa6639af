package dev.plumb.core;

import dev.plumb.core.Behaviour.Step;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * What a step sent: the records or tuples that it added to a set. Most specs model their network so, whatever they call
 * the variable.
 */
final class SentMessages {
    private SentMessages() {}

    /** A message and the variable that carries it. */
    record Sent(String carrier, TlaValue content) {}

    static List<Sent> between(SortedMap<String, TlaValue> before, SortedMap<String, TlaValue> after) {
        List<Sent> sent = new ArrayList<>();
        after.forEach((variable, value) -> {
            if (value instanceof TlaValue.SetOf now && before.get(variable) instanceof TlaValue.SetOf then) {
                now.elements().stream()
                        .filter(element -> element instanceof TlaValue.Fn
                                && !then.elements().contains(element))
                        .forEach(element -> sent.add(new Sent(variable, element)));
            }
        });
        return sent;
    }

    /** What a step sent, if that is one thing; else nothing. */
    static String label(Step before, Step after) {
        List<Sent> sent = between(before.state(), after.state());
        return sent.size() == 1 ? sent.get(0).content().toString() : "";
    }
}
