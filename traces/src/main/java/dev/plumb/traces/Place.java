package dev.plumb.traces;

import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/** A place within a line, such as {@code state.queue[2]}: put into words only if there is something to say about it. */
final class Place {
    /** The line as a whole, whose name is empty. */
    static final Place LINE = new Place(null, "", -1);

    private final @Nullable Place outer;
    private final String name;
    private final int index;

    private Place(@Nullable Place outer, String name, int index) {
        this.outer = outer;
        this.name = name;
        this.index = index;
    }

    /** Where a parser is. */
    static Place of(JsonStreamContext context) {
        JsonStreamContext outer = context.getParent();
        if (outer == null) {
            return LINE;
        }
        return context.inArray()
                ? of(outer).item(context.getCurrentIndex())
                : of(outer).field(context.getCurrentName());
    }

    Place field(String field) {
        return new Place(this, field, -1);
    }

    Place item(int item) {
        return new Place(this, "", item);
    }

    @Override
    public String toString() {
        if (outer == null) {
            return "";
        } else if (index >= 0) {
            return outer + "[" + index + "]";
        }
        return outer.outer == null ? name : outer + "." + name;
    }
}
