package dev.plumb.kernel.api;

import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A formula, opened: its value in a state or over a behaviour, and what that came from. Its parts say why it has the
 * value that it has, down to leaves that a reader sees at once to be TRUE or FALSE.
 *
 * @param part how it is a part of the formula around it
 * @param text as it stands in the module, on one line
 * @param place where it stands
 * @param value whether it is true; empty if it was not evaluated, because what stands before it decides already, or if
 *     TLC cannot evaluate it
 * @param witness of an instance of a quantifier, the values of its variables
 * @param values of a leaf: those of the variables, constants, parameters and applications in it, by their text
 * @param error of a leaf that TLC cannot evaluate: what TLC says
 * @param at number of the state in which it is evaluated, counted from 1, where that is not the one of the formula around it
 * @param parts those that decide come first; a formula that is looked at no further has none
 * @param leftOut how many parts more there are, alike and of no other value, that are not shown
 * @param read what of the state its value came from; that of its parts included
 */
public record OpenFormula(
        Part part,
        String text,
        SourceRange place,
        Optional<Boolean> value,
        SortedMap<String, TlaValue> witness,
        SortedMap<String, String> values,
        Optional<String> error,
        OptionalInt at,
        List<OpenFormula> parts,
        int leftOut,
        SortedSet<Cell> read) {

    /** How a formula is a part of the one around it. */
    public enum Part {
        /** It is what was asked about. */
        ROOT,
        /** One of {@code A /\ B}. */
        CONJUNCT,
        /** One of {@code A \/ B}. */
        DISJUNCT,
        /** {@code A} of {@code A => B}. */
        ANTECEDENT,
        /** {@code B} of {@code A => B}. */
        CONSEQUENT,
        /** {@code A} of {@code ~A}. */
        NEGATED,
        /** {@code P(x)} of {@code \A x \in S : P(x)}, for the value of x that the witness has. */
        OF_EACH,
        /** {@code P(x)} of {@code \E x \in S : P(x)}, for the value of x that the witness has. */
        OF_SOME,
        /** What an operator is defined as. */
        DEFINITION,
        /** The condition of an IF or a CASE. */
        CONDITION,
        /** The branch of an IF or a CASE that is taken. */
        BRANCH,
        /** What is said of a state or suffix of the behaviour, as {@code F} of {@code []F}. */
        AT_STATE
    }

    /** The same by another text, as an action is by its name and arguments. */
    public OpenFormula called(String name) {
        return new OpenFormula(part, name, place, value, witness, values, error, at, parts, leftOut, read);
    }

    /** The formula that an operator is defined as, under the name of that. */
    public OpenFormula asDefinitionOf(String operator) {
        OpenFormula definition =
                new OpenFormula(Part.DEFINITION, text, place, value, witness, values, error, at, parts, leftOut, read);
        return new OpenFormula(
                part,
                operator,
                place,
                value,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                error,
                OptionalInt.empty(),
                List.of(definition),
                0,
                read);
    }

    /** The same as a part of another kind, evaluated in the state with a number. */
    public OpenFormula in(int state, Part as) {
        return new OpenFormula(
                as, text, place, value, witness, values, error, OptionalInt.of(state), parts, leftOut, read);
    }

    /** The same with more parts that are not shown, and what of the state says how many there are. */
    public OpenFormula among(int more, Collection<Cell> ofBounds) {
        SortedSet<Cell> all = new TreeSet<>(read);
        all.addAll(ofBounds);
        return new OpenFormula(
                part,
                text,
                place,
                value,
                witness,
                values,
                error,
                at,
                parts,
                more,
                Collections.unmodifiableSortedSet(all));
    }

    /** Whether it is known to be false. */
    public boolean isFalse() {
        return value.equals(Optional.of(false));
    }
}
