package dev.plumb.core.witness;

import dev.plumb.core.search.Silent;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Modules with which stock TLC answers the same question as our search: is this trace a behaviour of that spec? TLC
 * violates the invariant {@code TraceNotAccepted} (exit code 12) iff it is.
 *
 * @param module file of the module to check
 * @param configs a {@code .cfg} for each run of the trace, in their order
 */
public record Witness(Path module, List<Path> configs) {

    /**
     * Writes the modules.
     *
     * @param constants assignments of the spec's constants, as a {@code .cfg} has them
     * @param binding the module that says what events are; a copy goes with the others, for it need not be where TLC looks
     * @throws dev.plumb.traces.Problem if the trace has something that cannot be written as TLA+
     */
    public static Witness write(
            LoadedSpec spec, Trace trace, Silent silent, List<String> constants, Optional<Path> binding, Path folder)
            throws IOException {
        TraceModule module = new TraceModule(spec, silent);
        TraceData data = new TraceData(spec, trace);
        String literal = data.text();
        Files.createDirectories(folder);
        if (binding.isPresent()) {
            Files.copy(binding.get(), folder.resolve(binding.get().getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(folder.resolve(data.name() + ".tla"), literal);
        Path file = Files.writeString(folder.resolve(module.name() + ".tla"), module.text());
        List<Path> configs = new ArrayList<>();
        for (int run = 1; run <= trace.runs().size(); run++) {
            String name = module.name() + (trace.runs().size() == 1 ? "" : "_" + run) + ".cfg";
            configs.add(Files.writeString(folder.resolve(name), config(constants, data.assignments(), run)));
        }
        return new Witness(file, configs);
    }

    private static String config(List<String> constants, List<String> atoms, int run) {
        StringBuilder text = new StringBuilder("INIT PlumbInit\nNEXT PlumbNext\nINVARIANT TraceNotAccepted\n");
        text.append("CHECK_DEADLOCK FALSE\nCONSTANT PlumbChosen = {")
                .append(run)
                .append("}\n");
        constants.forEach(constant -> text.append("CONSTANT ").append(constant).append('\n'));
        atoms.forEach(atom -> text.append("CONSTANT ").append(atom).append('\n'));
        return text.toString();
    }
}
