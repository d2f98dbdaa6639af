package dev.plumb.kernel.api;

import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A specification loaded into a TLC of its own.
 *
 * <p>For one thread at a time: TLC completes the values of constants while it uses them, and its own workers get copies
 * of them. States may be passed to other threads. After {@link #close} no thread, MBean, class or file of that TLC is
 * left.
 */
public interface LoadedSpec extends AutoCloseable {
    /** The root module's name. */
    String module();

    List<String> variables();

    /** The constants that the root module and those that it extends declare. */
    List<String> constants();

    /** The atoms that its cfg names. */
    Set<String> modelValues();

    List<ActionSignature> actions();

    /** How events name its actions; empty if they name them as it does. */
    Optional<EventBinding> binding();

    /** Its behaviour as TLA+ text, for a module that extends it. */
    SpecText text();

    /** The states that Init allows, without duplicates. */
    List<SpecState> initialStates();

    /**
     * Those of the initial states that are as observed.
     *
     * @param source where that was recorded, for messages
     */
    List<SpecState> initialStates(Source source, SortedMap<String, Observation> observed);

    /**
     * Checks an event's names against the spec and translates its values.
     *
     * @throws dev.plumb.traces.Problem if it names an action, argument, variable or index that the spec does not have
     */
    ObservedStep observe(Event event);

    /**
     * All steps from a state that are as observed. An event without an action is a step of Next or a stuttering one, and one
     * that the binding explains is a step that its operator allows, too.
     */
    Steps steps(SpecState from, ObservedStep observed);

    /** All steps of Next from a state, observed or not. */
    Steps steps(SpecState from);

    /**
     * The same where nothing may be missing.
     *
     * @throws dev.plumb.traces.Problem with its place, if one cannot be evaluated
     */
    List<Successor> successors(SpecState from);

    /** Why a state has no step as observed: an answer for each candidate, those that come nearest first. */
    List<WhyNot> whyNot(SpecState from, ObservedStep observed);

    /**
     * Sets of strings or model values, by their text, that the spec treats alike: whatever it allows, it allows with any
     * two elements of one of them exchanged.
     */
    List<Set<String>> interchangeable();

    /**
     * A fingerprint that is equal for two states only if exchanging interchangeable values makes them equal.
     *
     * @param fixed values that are not to be exchanged
     */
    long fingerprint(SpecState state, Set<String> fixed);

    /**
     * What the cfg claims of every state and every step. Of a property of infinite behaviours only what it says of
     * single states and steps is among them, and nothing if that is nothing. At most 64.
     */
    List<Claim> claims();

    /**
     * The claims that a step breaks, as a set of bits by their place in {@link #claims}.
     *
     * @param before the state before it; empty if {@code after} is an initial state
     * @throws dev.plumb.traces.Problem if TLC cannot evaluate one
     */
    long broken(Optional<SpecState> before, SpecState after);

    /** The state with these values, one for each variable: a state of a behaviour that was found elsewhere. */
    SpecState state(SortedMap<String, TlaValue> values);

    /**
     * Whether an invariant, or any operator without parameters that is a state predicate, holds in a state.
     *
     * @throws dev.plumb.traces.Problem if there is none of that name, or if TLC cannot evaluate it
     */
    boolean holds(String predicate, SpecState state);

    /**
     * The faults that can be written into its actions and its fairness, in the order of Next.
     *
     * @param checked names of invariants and properties: predicates that these use are not changed
     */
    List<Mutation> mutations(Collection<String> checked);

    /**
     * Where invariants say that something holds under a condition: with FALSE in its place the invariant is violated, unless
     * the condition is never true. What Next uses, too, is left out.
     */
    List<Mutation> consequents(Collection<String> invariants);

    /** What it says of states and behaviours that were found elsewhere, and the values of its operators. */
    Formulas formulas();

    /** Why it says so. */
    Explanations explanations();

    @Override
    void close();
}
