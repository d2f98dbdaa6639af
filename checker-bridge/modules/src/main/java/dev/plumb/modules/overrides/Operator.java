package dev.plumb.modules.overrides;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import tlc2.tool.EvalControl;
import tlc2.value.impl.OpValue;
import tlc2.value.impl.Value;

/**
 * An operator that was given as an argument. TLC renamed the method that applies it, and passes one that ignores its
 * arguments as its value.
 */
record Operator(Value value) {
    private static final MethodHandle APPLY = find();

    Value apply(Value... arguments) {
        if (!(value instanceof OpValue operator)) {
            return value;
        }
        try {
            return (Value) APPLY.invoke(operator, arguments, EvalControl.Clear);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle find() {
        MethodType type = MethodType.methodType(Value.class, Value[].class, int.class);
        try {
            return MethodHandles.lookup().findVirtual(OpValue.class, "eval", type);
        } catch (ReflectiveOperationException newerName) {
            return earlier(type);
        }
    }

    private static MethodHandle earlier(MethodType type) {
        try {
            return MethodHandles.lookup().findVirtual(OpValue.class, "apply", type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This TLC is of no known generation", e);
        }
    }
}
