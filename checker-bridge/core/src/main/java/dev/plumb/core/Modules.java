package dev.plumb.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The text of a module and of all that it extends or instantiates, as far as they stand in a model's folders. It is read
 * without TLC's parser: to say what is wrong with a model, it must not be needed that the model is right.
 */
final class Modules {
    static final Pattern EXTENDS = Pattern.compile("\\bEXTENDS\\s+(\\w+(?:\\s*,\\s*\\w+)*)");
    static final Pattern INSTANCE = Pattern.compile("\\bINSTANCE\\s+(\\w+)");
    private static final Pattern CONSTANTS =
            Pattern.compile("\\bCONSTANTS?\\s+(\\w+(?:\\([^)]*\\))?(?:\\s*,\\s*\\w+(?:\\([^)]*\\))?)*)");
    private static final Pattern DECLARATION =
            Pattern.compile("\\b(?:CONSTANT|VARIABLE)S?\\s+(\\w+(?:\\s*,\\s*\\w+)*)");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^\\s*(\\w+)(?:\\([^)]*\\))?\\s*==");
    /** An assumption, and not what a theorem assumes: no PROVE comes before the next definition or assumption. */
    private static final Pattern ASSUMPTION =
            Pattern.compile("\\bASSUM(?:E|PTION)\\b(?!(?:(?!==|\\bASSUM).)*\\bPROVE\\b)", Pattern.DOTALL);

    private final List<Path> folders;
    private final Map<Path, String> texts = new LinkedHashMap<>();

    private Modules(List<Path> folders) {
        this.folders = folders;
    }

    /**
     * The root module first.
     *
     * @param folders where modules are searched: the root's own goes before the others, which are equals
     * @throws dev.plumb.traces.Problem if one that is needed is in several of the others
     */
    static Modules of(Path root, List<Path> folders) {
        return of(root, folders, Modules::needed);
    }

    /** The same without what is only instantiated, whose variables may be others. */
    static Modules extendedBy(Path root, List<Path> folders) {
        return of(root, folders, Modules::extended);
    }

    private static Modules of(Path root, List<Path> folders, Function<String, List<String>> namesIn) {
        Modules modules = new Modules(folders);
        Deque<Path> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Path file = open.remove();
            if (!modules.texts.containsKey(file)) {
                String text = Comments.blanked(read(file)).text();
                modules.texts.put(file, text);
                namesIn.apply(text).forEach(name -> modules.find(name, file).ifPresent(open::add));
            }
        }
        return modules;
    }

    /** As TLC reads it; what is not UTF-8 is in comments and strings, and does not matter here. */
    static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CoreProblems.unreadable(file, e.getMessage());
        }
    }

    private static List<String> extended(String text) {
        List<String> extended = new ArrayList<>();
        EXTENDS.matcher(text)
                .results()
                .forEach(m -> extended.addAll(Arrays.asList(m.group(1).split("\\s*,\\s*", -1))));
        return extended;
    }

    private static List<String> needed(String text) {
        List<String> needed = extended(text);
        INSTANCE.matcher(text).results().forEach(m -> needed.add(m.group(1)));
        return needed;
    }

    /** Empty for the modules that TLC brings. */
    private Optional<Path> find(String name, Path by) {
        List<Path> found = folders.stream()
                .map(folder -> folder.resolve(name + ".tla"))
                .filter(Files::isRegularFile)
                .toList();
        boolean isOwn = !found.isEmpty() && found.get(0).startsWith(folders.get(0));
        if (found.size() > 1 && !isOwn) {
            throw CoreProblems.ambiguousModule(name, by, found);
        }
        return found.stream().findFirst();
    }

    List<Path> files() {
        return List.copyOf(texts.keySet());
    }

    /** Whether this file is one of them. */
    boolean include(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        return texts.keySet().stream()
                .map(each -> each.toAbsolutePath().normalize())
                .anyMatch(wanted::equals);
    }

    /** Whether it has an operator of this name, be it one that it extends. */
    boolean define(String name) {
        return definitions().contains(name);
    }

    /** Names of operators, constants and variables. */
    List<String> names() {
        List<String> names = new ArrayList<>(definitions());
        texts.values().forEach(text -> DECLARATION
                .matcher(text)
                .results()
                .forEach(m -> names.addAll(Arrays.asList(m.group(1).split("\\s*,\\s*", -1)))));
        return names;
    }

    /** Names of operators, of what is instantiated too. */
    List<String> definitions() {
        return texts.values().stream()
                .flatMap(text -> DEFINITION.matcher(text).results())
                .map((MatchResult m) -> m.group(1))
                .toList();
    }

    /** Names that are declared as constants. */
    List<String> constants() {
        return texts.values().stream()
                .flatMap(text -> CONSTANTS.matcher(text).results())
                .flatMap(m ->
                        Pattern.compile("\\s*,\\s*").splitAsStream(m.group(1).replaceAll("\\([^)]*\\)", "")))
                .toList();
    }

    boolean assume() {
        return texts.values().stream().anyMatch(text -> ASSUMPTION.matcher(text).find());
    }
}
