package dev.plumb.kernel.internal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import tla2sany.semantic.SemanticNode;
import tlc2.TLCGlobals;
import tlc2.tool.Action;
import tlc2.tool.ITool;
import tlc2.tool.coverage.ActionWrapper;
import tlc2.tool.coverage.ActionWrapper.Relation;
import tlc2.tool.coverage.CostModel;
import util.ToolIO;

/**
 * Makes TLC count how often each action is taken, and no more. Its own coverage counts each evaluation of each expression
 * too, which takes a fifth of the time and nobody reads; otherwise what is counted and printed is the same.
 *
 * <p>One of these stands where TLC has the counters of an action: it passes on what is said of the action, and there is
 * nothing below it.
 */
final class ActionCounts implements CostModel {
    /** How TLC begins to say that it computes the initial states: it has made its counters, and used none. */
    private static final String BEFORE_FIRST_STATE = "@!@!@STARTMSG 2189";

    private final CostModel action;

    private ActionCounts(CostModel action) {
        this.action = action;
    }

    /** To be called before a TLC that is told to count coverage begins. */
    static void instead() {
        ToolIO.out = new PrintStream(ToolIO.out, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String text) {
                if (text.startsWith(BEFORE_FIRST_STATE)) {
                    replace(TLCGlobals.mainChecker.tool);
                }
                super.println(text);
            }
        };
    }

    private static void replace(ITool tool) {
        // instances of an action that differ in their arguments share their counters
        IdentityHashMap<CostModel, CostModel> replaced = new IdentityHashMap<>();
        for (Action next : tool.getActions()) {
            next.cm = replaced.computeIfAbsent(
                    next.cm, shared -> new ActionCounts(new ActionWrapper(next, Relation.NEXT)));
        }
        // the counts of initial states are made from below, and cost little
        for (Action invariant : tool.getInvariants()) {
            invariant.cm = DO_NOT_RECORD;
        }
    }

    @Override
    public CostModel incInvocations() {
        action.incInvocations();
        return this;
    }

    @Override
    public CostModel incInvocations(long value) {
        action.incInvocations(value);
        return this;
    }

    @Override
    public CostModel incSecondary() {
        action.incSecondary();
        return this;
    }

    @Override
    public CostModel incSecondary(long value) {
        action.incSecondary(value);
        return this;
    }

    @Override
    public CostModel report() {
        action.report();
        return this;
    }

    @Override
    public CostModel get(SemanticNode expression) {
        return DO_NOT_RECORD;
    }

    @Override
    public CostModel getAndIncrement(SemanticNode expression) {
        return DO_NOT_RECORD;
    }

    @Override
    public CostModel getRoot() {
        return this;
    }

    /** Whether there are counts: later TLCs ask, for expressions that speak of them. */
    public boolean hasValues() {
        return (boolean) ask("hasValues");
    }

    /** What {@link #incInvocations} has counted: later TLCs ask. */
    public long getPrimary() {
        return (long) ask("getPrimary");
    }

    /** What {@link #incSecondary} has counted: later TLCs ask. */
    public long getSecondary() {
        return (long) ask("getSecondary");
    }

    /** The counters of the action's expression: later TLCs ask. */
    public CostModel getChild() {
        return DO_NOT_RECORD;
    }

    private Object ask(String method) {
        try {
            return CostModel.class.getMethod(method).invoke(action);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
