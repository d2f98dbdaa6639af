package dev.plumb.modules.overrides;

import java.util.Map;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.Value;

/** The operators of IOUtils that run programs; where that is not allowed, those of anybody's IOUtils. */
public final class IOExec {
    private static final String MODULE = "IOUtils";

    private IOExec() {}

    @TLAPlusOperator(identifier = "IOExec", module = MODULE, warn = false)
    public static Value run(Value command) {
        return Programs.run(Map.of(), Programs.words(command));
    }

    @TLAPlusOperator(identifier = "IOEnvExec", module = MODULE, warn = false)
    public static Value run(Value environment, Value command) {
        return Programs.run(Programs.environment(environment), Programs.words(command));
    }

    @TLAPlusOperator(identifier = "IOExecTemplate", module = MODULE, warn = false)
    public static Value runTemplate(Value template, Value parameters) {
        return Programs.run(Map.of(), Programs.filled(template, parameters));
    }

    @TLAPlusOperator(identifier = "IOEnvExecTemplate", module = MODULE, warn = false)
    public static Value runTemplate(Value environment, Value template, Value parameters) {
        return Programs.run(Programs.environment(environment), Programs.filled(template, parameters));
    }
}
