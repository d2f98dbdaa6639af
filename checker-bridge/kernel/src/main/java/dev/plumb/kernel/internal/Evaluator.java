package dev.plumb.kernel.internal;

import dev.plumb.kernel.KernelProblems;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.Subst;
import tla2sany.semantic.SubstInNode;
import tlc2.tool.Action;
import tlc2.tool.EvalControl;
import tlc2.tool.IActionItemList;
import tlc2.tool.IContextEnumerator;
import tlc2.tool.INextStateFunctor;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateFun;
import tlc2.tool.coverage.CostModel;
import tlc2.tool.impl.FastTool;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.Enumerable;
import tlc2.value.impl.Value;
import tlc2.value.impl.ValueEnumeration;

/** TLC's evaluator, with what goes wrong in it told apart from what goes wrong in us. */
final class Evaluator {
    /** An expression that TLC cannot evaluate; the message is TLC's. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message, null, false, false);
        }

        String what() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * TLC's successor generation takes the state that it is to complete. Its public door always passes an empty one;
     * this handle lets us pass one in which observed variables are bound, so that TLC checks instead of enumerating.
     */
    private static final MethodHandle NEXT_STATES = nextStates();

    private final FastTool tool;

    Evaluator(FastTool tool) {
        this.tool = tool;
    }

    FastTool tool() {
        return tool;
    }

    private static MethodHandle nextStates() {
        try {
            Class<?> pending = Class.forName("tlc2.tool.impl.ActionItemList");
            Method method = Tool.class.getDeclaredMethod(
                    "getNextStates",
                    Action.class,
                    SemanticNode.class,
                    pending,
                    Context.class,
                    TLCState.class,
                    TLCState.class,
                    INextStateFunctor.class,
                    CostModel.class);
            method.setAccessible(true);
            Field nothingPending = pending.getField("Empty");
            nothingPending.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflect(method);
            handle = MethodHandles.insertArguments(handle, 8, CostModel.DO_NOT_RECORD);
            return MethodHandles.insertArguments(handle, 3, nothingPending.get(null));
        } catch (ReflectiveOperationException e) {
            throw KernelProblems.unknownGeneration("method Tool.getNextStates that completes a given state");
        }
    }

    /**
     * The states that an action leads to and that agree with {@code bound}, the variables bound beforehand. It is used
     * up: TLC may complete it in place.
     */
    List<TlcState> successors(Action action, TLCState from, TLCState bound) throws Failure {
        StateVec found = new StateVec(1);
        boolean isDetermined = bound.allAssigned();
        try {
            TLCState unused = (TLCState) NEXT_STATES.invokeExact(
                    (Tool) tool, action, action.pred, action.con, from, bound, (INextStateFunctor) found);
        } catch (Throwable t) {
            throw failure(t);
        }
        List<TlcState> successors = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            TLCState state = found.elementAt(i);
            successors.add(isDetermined ? TlcState.ofNormalized(state) : complete(state));
        }
        return successors;
    }

    List<TlcState> initialStates() throws Failure {
        try {
            StateVec found = tool.getInitStates();
            List<TlcState> states = new ArrayList<>(found.size());
            for (int i = 0; i < found.size(); i++) {
                states.add(complete(found.elementAt(i)));
            }
            return states;
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(e);
        }
    }

    private static TlcState complete(TLCState state) throws Failure {
        if (!state.allAssigned()) {
            throw new Failure("nothing says what the value of "
                    + state.getUnassigned().iterator().next().getName() + " is");
        }
        try {
            return TlcState.of(state);
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(e);
        }
    }

    /**
     * The context of what an instance substitutes in. It holds expressions and not values, which differ from state to state.
     *
     * @param isOneState whether they are evaluated in one state only, so that TLC may remember their values
     */
    Context substituted(SubstInNode instance, Context context, boolean isOneState) {
        Context inner = context;
        for (Subst each : instance.getSubsts()) {
            inner = inner.cons(each.getOp(), tool.getVal(each.getExpr(), context, isOneState));
        }
        return inner;
    }

    Value eval(SemanticNode expression, Context context, TLCState state) throws Failure {
        try {
            return (Value) tool.eval(expression, context, state);
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(e);
        }
    }

    /** The value of an expression with primes. */
    Value eval(SemanticNode expression, Context context, TLCState state, TLCState next) throws Failure {
        try {
            return (Value) tool.eval(expression, context, state, next, EvalControl.Clear);
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(e);
        }
    }

    boolean isTrue(SemanticNode expression, Context context, TLCState state) throws Failure {
        return isTrue(eval(expression, context, state));
    }

    boolean isTrue(SemanticNode action, Context context, TLCState state, TLCState next) throws Failure {
        return isTrue(eval(action, context, state, next));
    }

    private static boolean isTrue(Value value) throws Failure {
        if (value instanceof BoolValue bool) {
            return bool.val;
        }
        throw new Failure("this is neither TRUE nor FALSE");
    }

    boolean areEqual(Value one, Value other) throws Failure {
        try {
            return one.equals(other);
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(e);
        }
    }

    /** {@code ENABLED <<action>>_subscript}. */
    boolean isEnabled(ExprNode action, ExprNode subscript, Context context, TLCState state) throws Failure {
        try {
            Context local = Context.branch(context);
            return tool.enabled(action, local, state, TLCStateFun.Empty, subscript, IActionItemList.CHANGED) != null;
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(e);
        }
    }

    /** A context for each instance of a quantifier. */
    List<Context> instances(OpApplNode quantifier, Context context, TLCState state) throws Failure {
        return instances(quantifier, context, state, TLCState.Empty);
    }

    /** The same of one whose bounds may have primes. */
    List<Context> instances(OpApplNode quantifier, Context context, TLCState state, TLCState next) throws Failure {
        try {
            List<Context> instances = new ArrayList<>();
            IContextEnumerator all = tool.contexts(quantifier, context, state, next, 0);
            for (Context instance = all.nextElement(); instance != null; instance = all.nextElement()) {
                instances.add(instance);
            }
            return instances;
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(e);
        }
    }

    List<Value> elements(Value set) throws Failure {
        if (!(set instanceof Enumerable enumerable)) {
            throw new Failure("the set " + set + " cannot be enumerated");
        }
        try {
            List<Value> values = new ArrayList<>();
            ValueEnumeration elements = enumerable.elements();
            for (Value element = elements.nextElement(); element != null; element = elements.nextElement()) {
                values.add(element);
            }
            return values;
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(e);
        }
    }

    /** Membership, in which a value of another kind than the elements is no error but no member. */
    static boolean isMember(Value value, Value set) {
        try {
            return set.member(value);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Passes faults of the JVM on; what is left is TLC's way to say that it cannot evaluate something. */
    static Failure failure(Throwable t) {
        if (t instanceof VirtualMachineError error && !(t instanceof StackOverflowError)) {
            throw error;
        } else if (t instanceof LinkageError error) {
            throw error;
        }
        String message = t instanceof StackOverflowError ? "the recursion is too deep" : String.valueOf(t.getMessage());
        return new Failure(message.strip().replaceAll("\\s+", " "));
    }
}
