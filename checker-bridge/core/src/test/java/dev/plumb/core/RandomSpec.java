package dev.plumb.core;

import static java.util.stream.Collectors.joining;

import dev.plumb.core.RandomExpressions.Scope;
import dev.plumb.core.RandomExpressions.Variable;
import dev.plumb.core.search.Silent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/**
 * A little spec drawn at random: two or three variables, several initial states, actions with parameters that Next quantifies
 * over constant sets and over what the state has, and some of the actions silent.
 *
 * @param text of the module
 * @param config its {@code .cfg}
 */
record RandomSpec(String text, String config, Silent silent) {
    static final String NAME = "Drawn";

    /** The processes, the elements of the constant {@code Proc}. */
    static final List<String> PROCESSES = List.of("a", "b", "c");

    static RandomSpec draw(Random random) {
        return new Drawing(random).spec();
    }

    private enum Parameter {
        NUMBER,
        PROCESS,
        MESSAGE
    }

    private record Definition(String name, List<Parameter> parameters, String text) {}

    private static final class Drawing {
        private final Random random;
        private final EnumSet<Variable> variables;
        private final RandomExpressions draw;
        private final List<Definition> actions = new ArrayList<>();

        Drawing(Random random) {
            this.random = random;
            List<Variable> left = new ArrayList<>(List.of(Variable.values()));
            for (int i = random.nextInt(2); i < 3; i++) {
                left.remove(random.nextInt(left.size()));
            }
            this.variables = EnumSet.copyOf(left);
            this.draw = new RandomExpressions(random, variables);
        }

        RandomSpec spec() {
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                actions.add(action());
            }
            List<String> next = new ArrayList<>();
            for (Definition action : actions) {
                next.add(applied(action));
            }
            String text = String.join(
                    "\n",
                    "---- MODULE " + NAME + " ----",
                    "EXTENDS Integers, Sequences, FiniteSets",
                    "CONSTANT Proc",
                    "VARIABLES " + names(variables),
                    "Value == 0 .. 2",
                    variables.stream().map(this::initial).collect(joining("\n  /\\ ", "Init ==\n  /\\ ", "")),
                    actions.stream().map(Definition::text).collect(joining("\n")),
                    "Next ==\n  \\/ " + String.join("\n  \\/ ", next),
                    "Spec == Init /\\ [][Next]_<<" + names(variables) + ">>",
                    "====",
                    "");
            return new RandomSpec(text, config(), silent());
        }

        private static String names(EnumSet<Variable> variables) {
            return variables.stream().map(Variable::written).collect(joining(", "));
        }

        private String config() {
            List<String> some = PROCESSES.subList(0, 2 + random.nextInt(2));
            String quote = draw.one(2) ? "\"" : "";
            return "SPECIFICATION Spec\nCONSTANT Proc = "
                    + some.stream().map(name -> quote + name + quote).collect(joining(", ", "{", "}")) + "\n";
        }

        private Silent silent() {
            return draw.one(2)
                    ? Silent.NONE
                    : new Silent(List.of(draw.pick(actions).name()), 1 + random.nextInt(2));
        }

        private String initial(Variable variable) {
            return draw.pick(
                    switch (variable) {
                        case NUMBER -> List.of("n = 0", "n \\in Value");
                        case SET -> List.of("set = {}", "set \\in {{}, {1}, {0, 2}}");
                        case FUNCTION -> List.of("f = [v \\in Proc |-> 0]", "f \\in [Proc -> {0, 2}]");
                        case SEQUENCE -> List.of("q = <<>>", "q \\in {<<>>, <<1>>, <<2, 0>>}");
                        case MESSAGES -> List.of("net = {}", "net = [to : Proc, val : {1}]");
                    });
        }

        private Definition action() {
            List<Parameter> parameters = new ArrayList<>();
            List<String> named = new ArrayList<>();
            Scope scope = Scope.EMPTY;
            for (int i = random.nextInt(3); i > 0; i--) {
                Parameter parameter = parameter();
                String name = draw.fresh();
                parameters.add(parameter);
                named.add(name);
                scope = with(scope, parameter, name);
            }
            String name = "Act" + (actions.size() + 1);
            String head = name + (named.isEmpty() ? "" : "(" + String.join(", ", named) + ")") + " ==\n";
            String body = draw.one(4)
                    ? "  \\/ " + body(scope, "     ") + "\n  \\/ " + body(scope, "     ")
                    : "  " + body(scope, "  ");
            return new Definition(name, parameters, head + body);
        }

        private Parameter parameter() {
            List<Parameter> all = new ArrayList<>(List.of(Parameter.NUMBER, Parameter.PROCESS));
            if (variables.contains(Variable.MESSAGES)) {
                all.add(Parameter.MESSAGE);
            }
            return draw.pick(all);
        }

        private static Scope with(Scope scope, Parameter parameter, String name) {
            return switch (parameter) {
                case NUMBER -> scope.withNumber(name);
                case PROCESS -> scope.withProcess(name);
                case MESSAGE -> scope.withMessage(name);
            };
        }

        private String body(Scope scope, String indent) {
            List<String> conjuncts = new ArrayList<>();
            for (int i = random.nextInt(2); i > 0; i--) {
                conjuncts.add(draw.truth(scope, 2));
            }
            EnumSet<Variable> unchanged = EnumSet.copyOf(variables);
            unchanged.remove(draw.pick(List.copyOf(variables)));
            unchanged.removeIf(variable -> draw.one(3));
            for (Variable variable : EnumSet.complementOf(unchanged)) {
                if (variables.contains(variable)) {
                    conjuncts.add(draw.update(variable, scope));
                }
            }
            if (!unchanged.isEmpty()) {
                conjuncts.add("UNCHANGED <<" + names(unchanged) + ">>");
            }
            return conjuncts.stream().collect(joining("\n" + indent + "/\\ ", "/\\ ", ""));
        }

        /** The action in Next, with a quantifier for each of its parameters, or a constant. */
        private String applied(Definition action) {
            StringBuilder quantifiers = new StringBuilder();
            List<String> arguments = new ArrayList<>();
            Scope scope = Scope.EMPTY;
            for (Parameter parameter : action.parameters()) {
                String name = draw.fresh();
                if (parameter == Parameter.NUMBER && draw.one(5)) {
                    arguments.add(draw.number(scope, 0));
                } else {
                    quantifiers.append("\\E ").append(name).append(" \\in ");
                    quantifiers.append(bound(parameter, scope)).append(" : ");
                    arguments.add(parameter == Parameter.NUMBER && draw.one(5) ? "(" + name + " + 1) % 3" : name);
                    scope = with(scope, parameter, name);
                }
            }
            return quantifiers + action.name() + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
        }

        private String bound(Parameter parameter, Scope scope) {
            return switch (parameter) {
                case NUMBER -> draw.one(2) ? "Value" : draw.set(scope, 1);
                case PROCESS -> draw.one(3) ? processes(scope) : "Proc";
                case MESSAGE -> "net";
            };
        }

        private String processes(Scope scope) {
            String name = draw.fresh();
            return "{" + name + " \\in Proc : " + draw.truth(scope.withProcess(name), 1) + "}";
        }
    }
}
