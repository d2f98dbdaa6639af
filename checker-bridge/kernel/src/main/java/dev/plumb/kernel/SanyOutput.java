package dev.plumb.kernel;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SANY, TLA+'s parser, printed about a spec that it rejects, as a problem with a place. */
public final class SanyOutput {
    private static final Pattern FILE = Pattern.compile("Parsing file (\\S.*\\.tla)");
    private static final Pattern PARSE_ERROR = Pattern.compile(
            "\\*\\*\\*\\s*Parse Error\\s*\\*\\*\\*\\s*(.*?)(?:\\n\\s*\\n|Residual|\\z)", Pattern.DOTALL);
    private static final Pattern AT = Pattern.compile("at line (\\d+), col(?:umn)? (\\d+)");
    private static final Pattern LEXICAL = Pattern.compile("Lexical error at line (\\d+), column (\\d+)\\.\\s*(.*)");
    private static final Pattern SEMANTIC = Pattern.compile(
            "line (\\d+), col (\\d+) to line \\d+, col \\d+ of module (\\w+)\\s+(\\S[^\\n]*(?:\\n\\S[^\\n]*)*)");
    private static final Pattern MISSING =
            Pattern.compile("Cannot find source file for module (\\w+)(?: imported in module (\\w+))?");

    private SanyOutput() {}

    /** Whether the output tells of an error at all; SANY rejects without any exception that says so. */
    public static boolean rejects(String output) {
        return output.contains("*** Errors")
                || output.contains("Fatal errors")
                || MISSING.matcher(output).find();
    }

    /**
     * The first error in the output; its text as a whole where it is of a form that is not known.
     *
     * @param known names that the module can use, to tell what a misspelt one was meant to be
     */
    public static Problem problem(String output, Collection<String> known) {
        return missingModule(output)
                .or(() -> lexicalError(output))
                .or(() -> parseError(output))
                .or(() -> semanticError(output, known))
                .orElseGet(() -> KernelProblems.doesNotParse(Optional.empty(), output.strip(), ""));
    }

    private static Optional<Problem> missingModule(String output) {
        Matcher m = MISSING.matcher(output);
        if (!m.find()) {
            return Optional.empty();
        }
        String by = m.group(2) == null ? "" : ", which module " + m.group(2) + " extends or instantiates";
        return Optional.of(KernelProblems.missingModule(m.group(1), by));
    }

    private static Optional<Problem> lexicalError(String output) {
        Matcher m = LEXICAL.matcher(output);
        return m.find()
                ? Optional.of(problem(
                        lastFile(output, m.start()), m.group(1), m.group(2), "Lexical error: " + m.group(3), List.of()))
                : Optional.empty();
    }

    private static Optional<Problem> parseError(String output) {
        Matcher m = PARSE_ERROR.matcher(output);
        if (!m.find()) {
            return Optional.empty();
        }
        String message = m.group(1).strip().replaceAll("\\s+", " ");
        Matcher at = AT.matcher(message);
        return at.find()
                ? Optional.of(problem(lastFile(output, m.start()), at.group(1), at.group(2), message, List.of()))
                : Optional.of(KernelProblems.doesNotParse(Optional.empty(), message, ""));
    }

    private static Optional<Problem> semanticError(String output, Collection<String> known) {
        int errors = output.indexOf("*** Errors");
        Matcher m = SEMANTIC.matcher(output);
        return errors >= 0 && m.find(errors)
                ? Optional.of(problem(
                        fileOf(output, m.group(3)),
                        m.group(1),
                        m.group(2),
                        m.group(4).replace('\n', ' '),
                        known))
                : Optional.empty();
    }

    private static Problem problem(String file, String line, String column, String message, Collection<String> known) {
        Source place = new Source(asNamed(Path.of(file)).toString(), Integer.parseInt(line), Integer.parseInt(column));
        String sentence = ParseAdvice.reworded(message);
        return KernelProblems.doesNotParse(Optional.of(place), sentence, ParseAdvice.nextStep(sentence, known));
    }

    /** SANY is given absolute paths, for it works in another folder; users read those that they would write. */
    public static Path asNamed(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }

    /** The file of a module that was read; its name alone where the output does not tell. */
    public static String fileOf(String output, String module) {
        return FILE.matcher(output)
                .results()
                .map(parsed -> parsed.group(1))
                .filter(file -> Path.of(file).endsWith(module + ".tla"))
                .findFirst()
                .orElse(module + ".tla");
    }

    private static String lastFile(String output, int before) {
        Matcher m = FILE.matcher(output).region(0, before);
        String last = "the specification";
        while (m.find()) {
            last = m.group(1);
        }
        return last;
    }
}
