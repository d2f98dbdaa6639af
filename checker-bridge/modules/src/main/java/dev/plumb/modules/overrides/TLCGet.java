package dev.plumb.modules.overrides;

import tlc2.module.TLC;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.Value;

/** TLCGet with what later TLCs answer, as far as TLC 2.18 knows it; later ones keep their own. */
public final class TLCGet {
    private static final String PROPERTY = "-D";
    private static final String COMPOSITION = "-Dtlc2.tool.impl.Tool.cdot";
    static final String NEWER = "Give a newer one with -Dplumb.tla2tools=FILE or --tla2tools FILE.";

    private TLCGet() {}

    @TLAPlusOperator(identifier = "TLCGet", module = "TLC", warn = false)
    public static Value get(Value key) {
        return key instanceof StringValue name ? named(name.val.toString(), name) : TLC.TLCGet(key);
    }

    private static Value named(String name, Value key) {
        return switch (name) {
            case "config" -> Run.config();
            case "stats" -> Run.statistics();
            case COMPOSITION ->
                throw Arguments.error("This TLC cannot compose actions with \\cdot, whatever "
                        + name.substring(PROPERTY.length()) + " is. " + NEWER);
            case "action", "all", "all:named", "revision", "spec" ->
                throw Arguments.error("This TLC does not know TLCGet(\"" + name + "\"). " + NEWER);
            default ->
                name.startsWith(PROPERTY)
                        ? new StringValue(System.getProperty(name.substring(PROPERTY.length()), name))
                        : TLC.TLCGet(key);
        };
    }
}
