package dev.plumb.core;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .cfg}, read as far as Plumb needs to know what TLC is asked to check. TLC reads the file itself; it takes a
 * misspelt keyword for a name and a {@code #} for the end of the world, so both are found here first.
 *
 * @param constants each assignment or substitution as it is written, by the constant's name
 * @param statements the names that follow each other keyword, in the singular form of the keyword
 */
public record Config(String file, Map<String, String> constants, Map<String, List<Name>> statements) {
    /** A name in the file and the line it stands on. */
    public record Name(String text, int line) {}

    private record Token(String text, int line, int begin, int end) {}

    private static final Map<String, String> SINGULAR = singular();
    private static final Pattern TOKEN = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|<-|[A-Za-z0-9_!]+|\\S");
    private static final Pattern COMMENT = Pattern.compile("\\\\\\*[^\\n]*|\\(\\*.*?\\*\\)", Pattern.DOTALL);
    private static final String CONSTANT = "CONSTANT";

    private static Map<String, String> singular() {
        Map<String, String> singular = new LinkedHashMap<>();
        for (String keyword : List.of(
                "SPECIFICATION", "INIT", "NEXT", "SYMMETRY", "VIEW", "CHECK_DEADLOCK", "ALIAS", "POSTCONDITION")) {
            singular.put(keyword, keyword);
        }
        for (String keyword : List.of(CONSTANT, "INVARIANT", "CONSTRAINT", "ACTION_CONSTRAINT")) {
            singular.put(keyword, keyword);
            singular.put(keyword + "S", keyword);
        }
        singular.put("PROPERTY", "PROPERTY");
        singular.put("PROPERTIES", "PROPERTY");
        return singular;
    }

    /** What stands in place of a file where there is none: no constants, nothing to check. */
    public static Config none() {
        return new Config("", Map.of(), Map.of());
    }

    /**
     * Reads a file.
     *
     * @throws Problem if it cannot be read, or is no cfg
     */
    public static Config read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (MalformedInputException e) {
            throw CoreProblems.unreadable(file, "it is not in UTF-8");
        } catch (IOException e) {
            throw CoreProblems.unreadable(file, e.getMessage());
        }
    }

    static Config parse(String file, String text) {
        return new Parser(file, text).parse();
    }

    /** The names after a keyword, all its occurrences together. */
    public List<Name> names(String keyword) {
        return statements.getOrDefault(keyword, List.of());
    }

    public Optional<String> name(String keyword) {
        return names(keyword).stream().map(Name::text).findFirst();
    }

    public boolean checksDeadlock() {
        return !name("CHECK_DEADLOCK").orElse("TRUE").equals("FALSE");
    }

    /** The invariants and properties that it asks for, in the order of the file. */
    public List<String> checked() {
        List<String> checked = new ArrayList<>();
        names("INVARIANT").forEach(name -> checked.add(name.text()));
        names("PROPERTY").forEach(name -> checked.add(name.text()));
        return checked;
    }

    /** Where a name stands in it. */
    public Optional<Source> place(String name) {
        return statements.values().stream()
                .flatMap(List::stream)
                .filter(each -> each.text().equals(name))
                .findFirst()
                .map(each -> new Source(file, each.line()));
    }

    private static final class Parser {
        private final String file;
        private final String text;
        private final List<Token> tokens;
        private final Map<String, String> constants = new LinkedHashMap<>();
        private final Map<String, List<Name>> statements = new LinkedHashMap<>();

        Parser(String file, String text) {
            this.file = file;
            this.text = blanked(text);
            this.tokens = tokens(this.text);
        }

        /** Comments become blanks, so that places stay what they are. */
        private static String blanked(String text) {
            return COMMENT.matcher(text).replaceAll(m -> m.group().replaceAll("[^\\n]", " "));
        }

        private static List<Token> tokens(String text) {
            List<Token> tokens = new ArrayList<>();
            Matcher m = TOKEN.matcher(text);
            int line = 1;
            int counted = 0;
            while (m.find()) {
                line += (int) text.substring(counted, m.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                counted = m.start();
                tokens.add(new Token(m.group(), line, m.start(), m.end()));
            }
            return tokens;
        }

        Config parse() {
            String keyword = "";
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (SINGULAR.containsKey(token.text())) {
                    keyword = SINGULAR.get(token.text());
                } else if (keyword.equals(CONSTANT)) {
                    i = constant(i);
                } else {
                    name(keyword, token);
                }
            }
            return new Config(file, constants, statements);
        }

        private void name(String keyword, Token token) {
            boolean takesMany = SINGULAR.containsKey(keyword + "S") || keyword.equals("PROPERTY");
            boolean oneTooMany = !takesMany && statements.containsKey(keyword);
            if (keyword.isEmpty() || oneTooMany || !token.text().matches("[A-Za-z0-9_!]+")) {
                throw CoreProblems.notInConfig(new Source(file, token.line()), token.text(), SINGULAR.keySet());
            }
            statements.computeIfAbsent(keyword, k -> new ArrayList<>()).add(new Name(token.text(), token.line()));
        }

        /** Reads {@code name = value} or {@code name <- name}; the value ends where the next one begins. */
        private int constant(int first) {
            Token name = tokens.get(first);
            if (!assigns(first + 1)) {
                throw CoreProblems.notInConfig(new Source(file, name.line()), name.text(), SINGULAR.keySet());
            }
            int last = first + 2;
            while (last + 1 < tokens.size()
                    && !SINGULAR.containsKey(tokens.get(last + 1).text())
                    && !assigns(last + 2)) {
                last++;
            }
            if (last >= tokens.size()) {
                throw CoreProblems.notInConfig(new Source(file, name.line()), name.text(), SINGULAR.keySet());
            }
            constants.put(
                    name.text(), text.substring(name.begin(), tokens.get(last).end()));
            return last;
        }

        private boolean assigns(int index) {
            return index < tokens.size()
                    && (tokens.get(index).text().equals("=")
                            || tokens.get(index).text().equals("<-"));
        }
    }
}
