package dev.plumb.cli;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Model;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.traces.Event;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the files are that results know by their names: modules, and the Java sources that recorded a trace. Paths are
 * those from the current folder where they are in it, so that a CI finds them in its checkout.
 */
public final class SourceFiles {
    private static final Pattern JAVA = Pattern.compile("([\\w$]+\\.java)\\b.*");
    private static final Set<String> NO_SOURCES = Set.of("target", "build", "out", "bin", "node_modules", "plumb-out");

    /** Enough for a large repository; whoever calls Plumb in / does not wait for ever. */
    private static final int VISITED_MAX = 500_000;

    private final Path here;
    private @Nullable Map<String, List<Path>> javaFiles;

    /** Those that are known from the current folder. */
    public SourceFiles() {
        this(Path.of("").toAbsolutePath());
    }

    SourceFiles(Path here) {
        this.here = here;
    }

    /** The files of a model, by their names. */
    public SortedMap<String, String> of(Model model) {
        SortedMap<String, String> paths = new TreeMap<>();
        for (Path file : files(model)) {
            paths.put(file.getFileName().toString(), path(file));
        }
        return paths;
    }

    /** The same with the Java sources that a trace names. */
    public SortedMap<String, String> of(Model model, TraceCheckResult result) {
        return with(of(model), result);
    }

    /** The files of a model with the Java sources that a trace names, each where there is one of its name only. */
    SortedMap<String, String> with(SortedMap<String, String> ofModel, TraceCheckResult result) {
        SortedMap<String, String> paths = new TreeMap<>(ofModel);
        for (String name : result.outcome().exitCode() == 0 ? Set.<String>of() : javaNames(result)) {
            List<Path> found = javaFiles().getOrDefault(name, List.of());
            if (found.size() == 1) {
                paths.put(name, path(found.get(0)));
            }
        }
        return paths;
    }

    private static List<Path> files(Model model) {
        try {
            return model.files();
        } catch (Problem modulesAreMissing) {
            return Stream.concat(Stream.of(model.module()), model.config().stream())
                    .toList();
        }
    }

    /** As a CI writes it on every system. */
    String path(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    private static Set<String> javaNames(TraceCheckResult result) {
        Set<String> names = new TreeSet<>();
        result.runs().stream()
                .flatMap(SourceFiles::events)
                .flatMap(event -> event.at().stream())
                .map(JAVA::matcher)
                .filter(Matcher::matches)
                .forEach(at -> names.add(at.group(1)));
        return names;
    }

    private static Stream<Event> events(RunResult run) {
        Stream<Event> blocked = run.divergence().stream()
                .flatMap(divergence -> divergence.blocked().stream())
                .map(each -> each.event());
        Stream<Event> explained = run.behaviour().stream()
                .map(Behaviour::steps)
                .flatMap(List::stream)
                .flatMap(step -> step.event().stream());
        return Stream.concat(blocked, explained);
    }

    private synchronized Map<String, List<Path>> javaFiles() {
        Map<String, List<Path>> known = javaFiles;
        if (known == null) {
            known = find();
            javaFiles = known;
        }
        return known;
    }

    private Map<String, List<Path>> find() {
        Map<String, List<Path>> found = new HashMap<>();
        try {
            Files.walkFileTree(here, new SimpleFileVisitor<>() {
                private int visited;

                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName() == null
                            ? ""
                            : folder.getFileName().toString();
                    boolean isOther = name.startsWith(".") || NO_SOURCES.contains(name);
                    return isOther && !folder.equals(here) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".java")) {
                        found.computeIfAbsent(name, key -> new ArrayList<>()).add(file);
                    }
                    return ++visited < VISITED_MAX ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException cannotBeRead) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
