package dev.plumb.core;

import dev.plumb.core.Finding.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of one module, without its comments, as a bag of words and operators.
 *
 * @param file where it stands; a name alone if it stands in a jar
 * @param isTranslated whether names in it are those of PlusCal's translator
 * @param counts how often it has each word and operator
 */
record ModuleText(Path file, String text, boolean isTranslated, Map<String, Integer> counts) {
    private static final Pattern TOKEN = Pattern.compile("\\w+|-{4,}|={4,}|\\\\[A-Za-z]+"
            + "|\\|->|<=>|\\.\\.\\.|->|<-|=>|<<|>>|<>|~>|::=|:=|==|:>|@@|\\.\\.|=<|<=|>=|/=|/\\\\|\\\\/|\\S");

    /** Operators that have several spellings, and of them the one in which the standard modules define them. */
    private static final Map<String, String> SPELLINGS =
            Map.of("=<", "\\leq", "<=", "\\leq", ">=", "\\geq", "\\circ", "\\o", "\\oplus", "+", "\\ominus", "-");

    /** Possessive, as is all that runs over white space: where comments were, there are thousands of blanks to try again. */
    private static final String NESTED = "(?:[^()\\[\\]]|\\([^()]*+\\)|\\[[^\\[\\]]*+\\])*+";

    private static final Pattern DEFINITION =
            Pattern.compile("\\b(\\w++)\\s*+(?:\\(" + NESTED + "\\)|\\[" + NESTED + "\\])?+\\s*+==(?!=)");
    private static final Pattern INFIX = Pattern.compile("(?m)^\\h*+(?:LOCAL\\h++)?+(?:\\w++\\h*+)?+"
            + "([^\\w\\s()\\[\\],]{1,4}|\\\\\\w+|\\([-+*/.]\\))\\h*+\\w++\\h*+==(?!=)");
    private static final String DECLARED = "\\w+(?:\\s*\\([_,\\s]*\\))?";
    private static final Pattern DECLARATION =
            Pattern.compile("(?<!NEW )\\b(CONSTANT|VARIABLE)S?\\s+(" + DECLARED + "(?:\\s*,\\s*" + DECLARED + ")*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*|\\d\\w*[A-Za-z]\\w*");
    private static final Pattern FACT =
            Pattern.compile("\\b(?:THEOREM|LEMMA|COROLLARY|PROPOSITION|ASSUME|ASSUMPTION|AXIOM)\\s+$");
    private static final Pattern PASSED_ON = Pattern.compile("(?<!LOCAL )(?<!== )(?<!==)\\bINSTANCE\\s+(\\w+)");
    private static final Pattern TRANSLATION = Pattern.compile("\\bBEGIN\\s+TRANSLATION\\b");
    private static final Pattern MODULE = Pattern.compile("-{4,}\\s*MODULE\\b");

    /** A name where it is introduced. */
    record Name(String kind, String text, int offset) {}

    static ModuleText of(Path file, String raw) {
        String text = Comments.blanked(raw).text();
        Map<String, Integer> counts = new LinkedHashMap<>();
        TOKEN.matcher(text)
                .results()
                .forEach(m -> counts.merge(SPELLINGS.getOrDefault(m.group(), m.group()), 1, Integer::sum));
        return new ModuleText(file, text, TRANSLATION.matcher(raw).find(), counts);
    }

    String name() {
        return file.getFileName().toString().replaceAll("\\.tla$", "");
    }

    int count(String name) {
        return counts.getOrDefault(name, 0);
    }

    boolean hasInnerModules() {
        return MODULE.matcher(text).results().count() > 1;
    }

    List<Name> extended() {
        List<Name> names = new ArrayList<>();
        Modules.EXTENDS.matcher(text).results().forEach(m -> names.addAll(namesIn("module", m.start(1), m.end(1))));
        return names;
    }

    /** Modules whose names this one has, too, or passes on. */
    Set<String> passedOn() {
        Set<String> modules = new LinkedHashSet<>();
        extended().forEach(name -> modules.add(name.text()));
        PASSED_ON.matcher(text).results().forEach(m -> modules.add(m.group(1)));
        return modules;
    }

    Set<String> instantiated() {
        return Modules.INSTANCE.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    Set<String> needed() {
        Set<String> modules = passedOn();
        modules.addAll(instantiated());
        return modules;
    }

    /** Constants and variables. */
    List<Name> declared() {
        List<Name> names = new ArrayList<>();
        DECLARATION
                .matcher(text)
                .results()
                .forEach(m -> names.addAll(namesIn(m.group(1).toLowerCase(Locale.ROOT), m.start(2), m.end(2))));
        return names;
    }

    /** Definitions, without theorems, which are names for readers. */
    List<Name> defined() {
        return DEFINITION
                .matcher(text)
                .results()
                .filter(m -> !FACT.matcher(text.substring(Math.max(0, m.start() - 20), m.start()))
                        .find())
                .map(m -> new Name("definition", m.group(1), m.start(1)))
                .toList();
    }

    /** Words and operators that a module which extends this one can use. */
    Set<String> exported() {
        Set<String> exported = new LinkedHashSet<>();
        DEFINITION.matcher(text).results().forEach(m -> exported.add(m.group(1)));
        INFIX.matcher(text)
                .results()
                .forEach(m -> ModuleText.of(file, m.group(1)).counts().keySet().forEach(exported::add));
        declared().forEach(name -> exported.add(name.text()));
        return exported;
    }

    Place place(Name name) {
        return Place.in(file, text, name.offset(), name.text().length());
    }

    private List<Name> namesIn(String kind, int from, int to) {
        Matcher m = NAME.matcher(text).region(from, to);
        List<Name> names = new ArrayList<>();
        while (m.find()) {
            names.add(new Name(kind, m.group(), m.start()));
        }
        return names;
    }
}
