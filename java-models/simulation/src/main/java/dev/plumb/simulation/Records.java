package dev.plumb.simulation;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records taken apart and put together, whatever their class and its access. */
public final class Records {
    private Records() {}

    /** How many parts a value has that can be written one after the other; one that is no record is written as a whole. */
    public static int parts(Object value) {
        return value instanceof Record ? value.getClass().getRecordComponents().length : 1;
    }

    /** The record of which the first components are new and the others old. */
    public static Object torn(Object old, Object written, int newComponents) {
        RecordComponent[] components = written.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(i < newComponents ? written : old, components[i]);
        }
        return create(written.getClass(), values);
    }

    static Object component(Object record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Cannot read " + component + " of " + record, e);
        }
    }

    static Object create(Class<?> type, @Nullable Object[] values) {
        Class<?>[] types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Cannot create " + type, e);
        }
    }
}
