package dev.plumb.traces;

import java.util.List;

/**
 * One update of {@link Observation.Updates}: at {@code path} inside the variable, apply {@code operation} with
 * {@code arguments}.
 */
public record Update(Operation operation, List<TlaValue> path, List<TlaValue> arguments) {

    /** The operations of the 2024 trace-validation tools, by the names that stand in their files. */
    public enum Operation {
        UPDATE("Update", 1),
        ADD_ELEMENT("AddElement", 1),
        ADD_ELEMENTS("AddElements", 1),
        REMOVE_ELEMENT("RemoveElement", 1),
        CLEAR("Clear", 0),
        APPEND_ELEMENT("AppendElement", 1),
        ADD_ELEMENT_TO_BAG("AddElementToBag", 1),
        REMOVE_ELEMENT_FROM_BAG("RemoveElementFromBag", 1),
        CLEAR_BAG("ClearBag", 0),
        SET_KEY("SetKey", 2),
        RESET_KEY("ResetKey", 1),
        UPDATE_RECORD("UpdateRec", 1),
        INIT("Init", 1),
        INIT_RECORD("InitRec", 1),
        ADD("Add", 1),
        SUBTRACT("Sub", 1),
        UNCHANGED("Unchanged", 0);

        private final String written;
        private final int arity;

        Operation(String written, int arity) {
            this.written = written;
            this.arity = arity;
        }

        /** The name as it stands in a file. */
        public String written() {
            return written;
        }

        /** How many arguments it needs. */
        public int arity() {
            return arity;
        }
    }
}
