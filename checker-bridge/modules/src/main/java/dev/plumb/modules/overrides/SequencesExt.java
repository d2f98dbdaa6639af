package dev.plumb.modules.overrides;

import java.util.List;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.Value;

/** Folds of sequences of any length. */
public final class SequencesExt {
    private static final String MODULE = "SequencesExt";

    private SequencesExt() {}

    @TLAPlusOperator(identifier = "FoldLeft", module = MODULE, warn = false)
    public static Value foldLeft(Value op, Value base, Value sequence) {
        return Fold.fromFirst(op, List.of(Arguments.sequence(sequence, "FoldLeft")), base);
    }

    @TLAPlusOperator(identifier = "FoldRight", module = MODULE, warn = false)
    public static Value foldRight(Value op, Value sequence, Value base) {
        return Fold.fromLast(op, List.of(Arguments.sequence(sequence, "FoldRight")), base);
    }
}
