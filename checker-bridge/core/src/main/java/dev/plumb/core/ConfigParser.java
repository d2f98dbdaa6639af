package dev.plumb.core;

import dev.plumb.core.Config.Constant;
import dev.plumb.core.Config.Name;
import dev.plumb.core.Finding.Place;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code .cfg} by TLC's grammar (tlc2.tool.impl.ModelConfig), but more strictly. Where TLC's lexer meets a
 * character that it does not know, it takes that for the end of the file: invariants behind it would go unchecked.
 */
final class ConfigParser {
    private static final Pattern TOKEN = Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"|<-|[A-Za-z0-9_!]+|\\S");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_!]+");
    private static final Pattern STRING = Pattern.compile("\"[\\x20-\\x7e]*\"");
    private static final Pattern ATOM = Pattern.compile("(?!TRUE$|FALSE$)\\w*[A-Za-z_]\\w*");
    private static final String CONSTANT = "CONSTANT";
    private static final Map<String, String> SINGULAR = singular();

    private record Token(String text, int line, int begin, int end) {
        boolean is(String other) {
            return text.equals(other);
        }
    }

    private final String file;
    private final String original;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private final Map<String, List<Name>> statements = new LinkedHashMap<>();
    private int next;

    ConfigParser(String file, String text) {
        this.file = file;
        this.original = text;
        Comments comments = Comments.blanked(text);
        this.text = comments.text();
        tokenize();
        comments.unclosed().ifPresent(start -> {
            throw unexpected(new Token("(*", 1 + lines(text.substring(0, start)), start, start + 2));
        });
    }

    private static Map<String, String> singular() {
        Map<String, String> singular = new LinkedHashMap<>();
        for (String keyword : List.of("SPECIFICATION", "INIT", "NEXT", "SYMMETRY", "VIEW", "CHECK_DEADLOCK")) {
            singular.put(keyword, keyword);
        }
        for (String keyword : List.of(CONSTANT, "INVARIANT", "CONSTRAINT", "ACTION_CONSTRAINT", "POSTCONDITION")) {
            singular.put(keyword, keyword);
            singular.put(keyword + "S", keyword);
        }
        singular.put("PROPERTY", "PROPERTY");
        singular.put("PROPERTIES", "PROPERTY");
        for (String keyword : List.of("ALIAS", "TYPE", "TYPE_CONSTRAINT")) {
            singular.put(keyword, keyword);
        }
        return singular;
    }

    static Set<String> keywords() {
        return SINGULAR.keySet();
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private void tokenize() {
        Matcher m = TOKEN.matcher(text);
        int line = 1;
        int counted = 0;
        while (m.find()) {
            line += lines(text.substring(counted, m.start()));
            counted = m.start();
            tokens.add(new Token(m.group(), line, m.start(), m.end()));
        }
        tokens.add(new Token("the end of the file", line, text.length(), text.length()));
    }

    Config parse() {
        String keyword = "";
        while (next < tokens.size() - 1) {
            if (SINGULAR.containsKey(peek().text())) {
                keyword = SINGULAR.getOrDefault(take().text(), keyword);
            } else if (keyword.equals(CONSTANT)) {
                constant();
            } else {
                name(keyword);
            }
        }
        return new Config(file, original, constants, statements);
    }

    /** The text with blanks in place of a keyword and the names that follow it. */
    String textWithout(String keyword) {
        StringBuilder rest = new StringBuilder(original);
        boolean isMeant = false;
        for (Token token : tokens.subList(0, tokens.size() - 1)) {
            String read = SINGULAR.get(token.text());
            isMeant = read == null ? isMeant : read.equals(keyword);
            if (isMeant) {
                rest.replace(token.begin(), token.end(), " ".repeat(token.end() - token.begin()));
            }
        }
        return rest.toString();
    }

    private void name(String keyword) {
        boolean takesMany = SINGULAR.containsKey(keyword + "S") || keyword.equals("PROPERTY");
        boolean oneTooMany = !takesMany && statements.containsKey(keyword);
        if (keyword.isEmpty() || oneTooMany) {
            throw unexpected(peek());
        }
        Token name = word();
        statements.computeIfAbsent(keyword, k -> new ArrayList<>()).add(new Name(name.text(), place(name)));
    }

    /** {@code N = 3}, {@code F(1, 2) = 3}, {@code N <- M}, {@code N <-[Module] M}, {@code N = [Module] 3}. */
    private void constant() {
        Token name = word();
        if (!peek().is("(") && !peek().is("=") && !peek().is("<-")) {
            throw unexpected(name);
        }
        Set<String> atoms = new TreeSet<>();
        if (peek().is("(")) {
            take();
            values(")", atoms);
        }
        boolean substitutes = peek().is("<-");
        expect(substitutes ? "<-" : "=");
        if (peek().is("[")) {
            take();
            word();
            expect("]");
        }
        int end = value(atoms).end();
        constants.put(
                name.text(),
                new Constant(text.substring(name.begin(), end), substitutes ? Set.of() : atoms, name.begin()));
    }

    /** The last token of the value. */
    private Token value(Set<String> atoms) {
        Token first = take();
        if (first.is("{")) {
            return peek().is("}") ? take() : values("}", atoms);
        } else if (STRING.matcher(first.text()).matches()) {
            return first;
        } else if (!WORD.matcher(first.text()).matches() || SINGULAR.containsKey(first.text())) {
            throw unexpected(first);
        } else if (ATOM.matcher(first.text()).matches()) {
            atoms.add(first.text());
        }
        return first;
    }

    private Token values(String closing, Set<String> atoms) {
        value(atoms);
        while (peek().is(",")) {
            take();
            value(atoms);
        }
        return expect(closing);
    }

    private Token word() {
        Token token = take();
        if (!WORD.matcher(token.text()).matches()) {
            throw unexpected(token);
        }
        return token;
    }

    private Token expect(String wanted) {
        Token token = take();
        if (!token.is(wanted)) {
            throw unexpected(token);
        }
        return token;
    }

    private Token peek() {
        return tokens.get(next);
    }

    /** The next token; the last one, which stands for the end of the file, again and again. */
    private Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private Source place(Token token) {
        Place place = Place.in(Path.of(file), text, token.begin(), 1);
        return new Source(file, place.line(), place.column());
    }

    private Problem unexpected(Token token) {
        return CoreProblems.notInConfig(place(token), token.text(), SINGULAR.keySet());
    }
}
