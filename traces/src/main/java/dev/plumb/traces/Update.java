package dev.plumb.traces;

import java.util.List;

/**
 * One update of {@link Observation.Updates}: at {@code path} inside the variable, apply {@code operation} with
 * {@code arguments}.
 */
public record Update(Operation operation, List<TlaValue> path, List<TlaValue> arguments) {

    /** The operations of the 2024 trace-validation tools, by the names that stand in their files. */
    public enum Operation {
        UPDATE("Update"),
        ADD_ELEMENT("AddElement"),
        ADD_ELEMENTS("AddElements"),
        REMOVE_ELEMENT("RemoveElement"),
        CLEAR("Clear"),
        APPEND_ELEMENT("AppendElement"),
        ADD_ELEMENT_TO_BAG("AddElementToBag"),
        REMOVE_ELEMENT_FROM_BAG("RemoveElementFromBag"),
        CLEAR_BAG("ClearBag"),
        SET_KEY("SetKey"),
        RESET_KEY("ResetKey"),
        UPDATE_RECORD("UpdateRec"),
        INIT("Init"),
        INIT_RECORD("InitRec"),
        ADD("Add"),
        SUBTRACT("Sub"),
        UNCHANGED("Unchanged");

        private final String written;

        Operation(String written) {
            this.written = written;
        }

        /** The name as it stands in a file. */
        public String written() {
            return written;
        }
    }
}
