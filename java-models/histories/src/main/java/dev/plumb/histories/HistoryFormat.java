package dev.plumb.histories;

import dev.plumb.traces.Fields;
import java.util.List;

/** The keys of a history on disk. */
final class HistoryFormat {
    static final String VERSION = "plumb";
    static final String HISTORY = "history";
    static final String SPEC = "spec";
    static final String INIT = "init";
    static final String ORDER = "order";
    static final String CLIENT = "client";
    static final String OPERATION = "op";
    static final String KEY = "key";
    static final String ARGUMENTS = "args";
    static final String START = "start";
    static final String END = "end";
    static final String RESULT = "result";
    static final String FAILED = "failed";

    static final List<String> HEADER_KEYS = List.of(VERSION, HISTORY, SPEC, INIT, ORDER);
    static final List<String> LINE_KEYS = List.of(CLIENT, OPERATION, KEY, ARGUMENTS, START, END, RESULT, FAILED);

    private HistoryFormat() {}

    /** Whether a line begins a call, as opposed to one that brings the answer to a call. */
    static boolean isCall(Fields line) {
        return line.has(OPERATION);
    }
}
