package dev.plumb.kernel.internal;

import dev.plumb.kernel.KernelProblems;
import dev.plumb.kernel.api.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.tool.impl.Tool;

/** What the cfg claims of single states and steps, as TLC takes its invariants and properties apart. */
final class Claims {
    private enum Of {
        STATES,
        INITIAL_STATES,
        STEPS
    }

    /** @param claims those that it is a part of, as bits: a property may have several parts, and share them with others */
    private record Part(Of of, long claims, Action predicate) {}

    private final FastTool tool;
    private final Failures failures;
    private final List<Claim> all = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    Claims(FastTool tool, Failures failures) {
        this.tool = tool;
        this.failures = failures;
        PropertyParts properties = new PropertyParts(tool);
        Action[] invariants = tool.getInvariants();
        for (int i = 0; i < invariants.length; i++) {
            Set<String> of = properties.always(invariants[i].pred);
            add(Of.STATES, of.isEmpty() ? Set.of(tool.getInvNames()[i]) : of, invariants[i]);
        }
        for (Action first : tool.getImpliedInits()) {
            add(Of.INITIAL_STATES, properties.atFirst(first.pred), first);
        }
        for (Action step : tool.getImpliedActions()) {
            add(Of.STEPS, properties.always(step.pred), step);
        }
        if (all.size() > Long.SIZE) {
            throw KernelProblems.tooManyClaims(all.size(), Long.SIZE);
        }
    }

    private void add(Of of, Set<String> names, Action predicate) {
        long claims = 0;
        for (String name : names) {
            Claim claim = new Claim(name, of != Of.STATES);
            if (!all.contains(claim)) {
                all.add(claim);
            }
            claims |= 1L << all.indexOf(claim);
        }
        parts.add(new Part(of, claims, predicate));
    }

    List<Claim> all() {
        return all;
    }

    List<Action> predicates() {
        return parts.stream().map(Part::predicate).toList();
    }

    /** The places of those that a step breaks, as bits. */
    long broken(Optional<TLCState> before, TLCState after) {
        long broken = 0;
        for (Part part : parts) {
            if (!holds(part, before, after)) {
                broken |= part.claims();
            }
        }
        return broken;
    }

    private boolean holds(Part part, Optional<TLCState> before, TLCState after) {
        try {
            return holds(part, before, after, tool);
        } catch (RuntimeException | StackOverflowError e) {
            String name = all.get(Long.numberOfTrailingZeros(part.claims())).name();
            throw failures.of(name, Evaluator.failure(e), again -> holds(part, before, after, again));
        }
    }

    private static boolean holds(Part part, Optional<TLCState> before, TLCState after, Tool tool) {
        return switch (part.of()) {
            case STATES -> tool.isValid(part.predicate(), after);
            case INITIAL_STATES -> before.isPresent() || tool.isValid(part.predicate(), after);
            case STEPS -> before.isEmpty() || tool.isValid(part.predicate(), before.get(), after);
        };
    }
}
