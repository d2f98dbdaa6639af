package dev.plumb.traces;

import java.util.SortedMap;

/** Values of a spec's constants, which several files may give. */
final class Constants {
    private Constants() {}

    static void add(SortedMap<String, TlaValue> constants, String name, TlaValue value, Source source) {
        TlaValue known = constants.putIfAbsent(name, value);
        if (known != null && !known.equals(value)) {
            throw TraceProblems.constantsDisagree(source, name, value, known);
        }
    }
}
