package dev.plumb.simulation.explore;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/**
 * Generates, for a type of records, the function from a record to its fingerprint: it is put together from the accessors
 * of the components, and the JVM compiles it as if it had been written for that type.
 */
final class RecordShape extends Shape {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodHandle THEN = ours("then", methodType(long.class, long.class, long.class));
    private static final MethodHandle OF = ours("of", methodType(long.class, Object.class));

    private final MethodHandle print;

    private RecordShape(MethodHandle print) {
        this.print = print;
    }

    /** {@code record -> then(… then(then(seed, a(record)), b(record)) …)}. */
    static RecordShape of(Class<?> type) {
        MethodHandle seed = MethodHandles.constant(long.class, Fingerprints.seed(type.getName()));
        MethodHandle print = MethodHandles.dropArguments(seed, 0, type);
        for (RecordComponent component : type.getRecordComponents()) {
            MethodHandle more = MethodHandles.filterArguments(THEN, 1, bits(component)); // (long, record) -> long
            print = MethodHandles.foldArguments(more, print);
        }
        return new RecordShape(print.asType(methodType(long.class, Object.class)));
    }

    /** What a component contributes: its bits if it is primitive, else the fingerprint of its value. */
    private static MethodHandle bits(RecordComponent component) {
        MethodHandle accessor = accessor(component);
        Class<?> type = component.getType();
        if (type == float.class || type == double.class) {
            throw ExploreProblems.noFingerprint(type);
        } else if (type.isPrimitive()) {
            return MethodHandles.explicitCastArguments(accessor, accessor.type().changeReturnType(long.class));
        }
        return MethodHandles.filterReturnValue(accessor.asType(accessor.type().changeReturnType(Object.class)), OF);
    }

    /** Records of a state are often private to the class that uses them. */
    private static MethodHandle accessor(RecordComponent component) {
        Method accessor = component.getAccessor();
        try {
            accessor.setAccessible(true);
            return LOOKUP.unreflect(accessor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    long print(Object value) {
        try {
            return (long) print.invokeExact(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e); // accessors declare no exceptions
        }
    }

    private static MethodHandle ours(String name, MethodType type) {
        try {
            return LOOKUP.findStatic(Fingerprints.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
