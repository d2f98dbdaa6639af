package dev.plumb.core;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Expressions of TLA+ drawn at random that have a value wherever they stand, but for a rare {@code Head} or {@code Tail} of
 * what may be empty: numbers are of {@code Value == 0..2}, sequences have at most three of them, and processes are of the
 * constant {@code Proc}.
 */
final class RandomExpressions {
    /** What a variable holds, and its name. */
    enum Variable {
        NUMBER("n"),
        SET("set"),
        FUNCTION("f"),
        SEQUENCE("q"),
        MESSAGES("net");

        private final String written;

        Variable(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }
    }

    /** What an expression may name besides variables. */
    record Scope(List<String> numbers, List<String> processes, List<String> messages) {
        static final Scope EMPTY = new Scope(List.of(), List.of(), List.of());

        Scope withNumber(String name) {
            return new Scope(and(numbers, name), processes, messages);
        }

        Scope withProcess(String name) {
            return new Scope(numbers, and(processes, name), messages);
        }

        Scope withMessage(String name) {
            return new Scope(numbers, processes, and(messages, name));
        }

        private static List<String> and(List<String> names, String name) {
            List<String> all = new ArrayList<>(names);
            all.add(name);
            return all;
        }
    }

    /** Ways to go on, one of which is drawn. */
    private final class Ways {
        private final List<Supplier<String>> ways = new ArrayList<>();

        Ways or(Supplier<String> way) {
            ways.add(way);
            return this;
        }

        Ways or(boolean isPossible, Supplier<String> way) {
            return isPossible ? or(way) : this;
        }

        Ways or(List<String> names) {
            names.forEach(name -> or(() -> name));
            return this;
        }

        String draw() {
            return pick(ways).get();
        }
    }

    private final Random random;
    private final EnumSet<Variable> variables;
    private int names;

    RandomExpressions(Random random, EnumSet<Variable> variables) {
        this.random = random;
        this.variables = variables;
    }

    <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private boolean has(Variable variable) {
        return variables.contains(variable);
    }

    /** A name that nothing else has. */
    String fresh() {
        return "v" + ++names;
    }

    String number(Scope scope, int depth) {
        return new Ways()
                .or(() -> Integer.toString(random.nextInt(3)))
                .or(scope.numbers())
                .or(scope.messages().stream().map(message -> message + ".val").toList())
                .or(has(Variable.NUMBER), () -> "n")
                .or(has(Variable.FUNCTION) && !scope.processes().isEmpty(), () -> "f[" + pick(scope.processes()) + "]")
                .or(has(Variable.SEQUENCE) && one(10), () -> "Head(q)")
                .or(depth > 0, () -> "((" + number(scope, depth - 1) + " + " + number(scope, depth - 1) + ") % 3)")
                .or(depth > 0 && has(Variable.SEQUENCE), () -> "(Len(q) % 3)")
                .or(depth > 0, () -> "(Cardinality(" + set(scope, depth - 1) + ") % 3)")
                .or(
                        depth > 0,
                        () -> "(IF " + truth(scope, depth - 1) + " THEN " + number(scope, depth - 1) + " ELSE "
                                + number(scope, depth - 1) + ")")
                .draw();
    }

    String truth(Scope scope, int depth) {
        return new Ways()
                .or(() -> number(scope, depth) + pick(List.of(" = ", " # ", " < ")) + number(scope, depth))
                .or(() -> number(scope, depth) + pick(List.of(" \\in ", " \\notin ")) + set(scope, depth))
                .or(has(Variable.SEQUENCE), () -> "q # <<>>")
                .or(has(Variable.MESSAGES), () -> "Cardinality(net) < 2")
                .or(scope.processes().size() > 1, () -> pick(scope.processes()) + " # " + pick(scope.processes()))
                .or(depth > 0, () -> quantified(scope, depth - 1))
                .or(
                        depth > 0,
                        () -> "(" + truth(scope, depth - 1) + pick(List.of(" /\\ ", " \\/ ", " => "))
                                + truth(scope, depth - 1) + ")")
                .or(depth > 0, () -> "~(" + truth(scope, depth - 1) + ")")
                .draw();
    }

    private String quantified(Scope scope, int depth) {
        String name = fresh();
        String all = pick(List.of("(\\E ", "(\\A ")) + name + " \\in ";
        return one(2)
                ? all + "Proc : " + truth(scope.withProcess(name), depth) + ")"
                : all + set(scope, depth) + " : " + truth(scope.withNumber(name), depth) + ")";
    }

    String set(Scope scope, int depth) {
        return new Ways()
                .or(() -> "Value")
                .or(has(Variable.SET), () -> "set")
                .or(has(Variable.SET), () -> "set")
                .or(has(Variable.FUNCTION), () -> "{f[v] : v \\in Proc}")
                .or(has(Variable.SEQUENCE), () -> "{q[i] : i \\in DOMAIN q}")
                .or(() -> "{" + number(scope, depth - 1) + "}")
                .or(
                        depth > 0,
                        () -> "(" + set(scope, depth - 1) + pick(List.of(" \\cup ", " \\cap ", " \\ "))
                                + set(scope, depth - 1) + ")")
                .or(depth > 0, () -> filtered("Value", scope, depth - 1))
                .draw();
    }

    /** The elements of a set of numbers that something is true of. */
    String filtered(String set, Scope scope, int depth) {
        String name = fresh();
        return "{" + name + " \\in " + set + " : " + truth(scope.withNumber(name), depth) + "}";
    }

    /** What a step does to a variable. */
    String update(Variable variable, Scope scope) {
        return switch (variable) {
            case NUMBER ->
                new Ways()
                        .or(() -> "n' = " + number(scope, 2))
                        .or(() -> "n' \\in " + set(scope, 1))
                        .draw();
            case SET ->
                new Ways()
                        .or(() -> "set' = set \\cup {" + number(scope, 1) + "}")
                        .or(() -> "set' = set \\ {" + number(scope, 1) + "}")
                        .or(() -> "set' = " + set(scope, 2))
                        .or(() -> "\\E e \\in " + set(scope, 1) + " : set' = set \\cup {e}")
                        .or(() -> "set' \\in SUBSET " + set(scope, 1))
                        .draw();
            case FUNCTION -> function(scope);
            case SEQUENCE ->
                new Ways()
                        .or(() -> "q' = IF Len(q) < 3 THEN Append(q, " + number(scope, 1) + ") ELSE Tail(q)")
                        .or(() -> "q' = IF q = <<>> THEN <<" + number(scope, 1) + ">> ELSE Tail(q)")
                        .or(() -> "q' = SelectSeq(q, LAMBDA e : " + truth(scope.withNumber("e"), 1) + ")")
                        .or(one(4), () -> "q' = Tail(q)")
                        .draw();
            case MESSAGES -> messages(scope);
        };
    }

    private String function(Scope scope) {
        String name = fresh();
        return new Ways()
                .or(() -> "f' = [" + name + " \\in Proc |-> " + number(scope.withProcess(name), 2) + "]")
                .or(() -> "\\E " + name + " \\in Proc : f' = [f EXCEPT ![" + name + "] = " + number(scope, 1) + "]")
                .or(
                        !scope.processes().isEmpty(),
                        () -> "f' = [f EXCEPT ![" + pick(scope.processes()) + "] = " + number(scope, 2) + "]")
                .or(
                        !scope.processes().isEmpty(),
                        () -> "f' = [f EXCEPT ![" + pick(scope.processes()) + "] = (@ + 1) % 3]")
                .draw();
    }

    private String messages(Scope scope) {
        String name = fresh();
        return new Ways()
                .or(() -> "net' = {" + name + " \\in net : " + truth(scope.withMessage(name), 1) + "}")
                .or(() -> "net' = [to : Proc, val : {" + number(scope, 1) + "}]")
                .or(
                        !scope.processes().isEmpty(),
                        () -> "net' = net \\cup {[to |-> " + pick(scope.processes()) + ", val |-> " + number(scope, 1)
                                + "]}")
                .or(!scope.messages().isEmpty(), () -> "net' = net \\ {" + pick(scope.messages()) + "}")
                .draw();
    }
}
