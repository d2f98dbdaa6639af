package dev.plumb.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.traces.Problem;
import java.util.Locale;
import java.util.Optional;

/**
 * How one of the things is that Plumb needs or can use.
 *
 * @param what it is, in a line
 * @param nextStep what to do about it; empty where nothing is to be done
 * @param problem what is wrong where it is broken
 */
record Health(String name, Status status, String what, String nextStep, Optional<Problem> problem) {
    /** Whether it can be used. */
    enum Status {
        OK,
        /** It is not there, and is needed for extras only. */
        MISSING,
        BROKEN
    }

    static Health ok(String name, String what) {
        return new Health(name, Status.OK, what, "", Optional.empty());
    }

    static Health missing(String name, String what, String nextStep) {
        return new Health(name, Status.MISSING, what, nextStep, Optional.empty());
    }

    static Health broken(String name, Problem problem) {
        String what = problem.code() + " " + problem.what();
        return new Health(name, Status.BROKEN, what, problem.nextStep(), Optional.of(problem));
    }

    /** A line, and the next step below it. */
    String text() {
        String line = String.format(Locale.ROOT, "%-8s %-9s %s%n", word(), name, what);
        return line + (nextStep.isEmpty() ? "" : " ".repeat(19) + nextStep.replaceAll("\\s*\\n\\s*", " ") + "\n");
    }

    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("plumb", 1);
        root.put("name", name).put("status", word()).put("what", what);
        problem.ifPresent(p -> root.put("code", p.code()));
        return root.put("nextStep", nextStep).toString();
    }

    private String word() {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
