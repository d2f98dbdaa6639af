package dev.plumb.core;

import dev.plumb.core.Outcome.Holds;
import dev.plumb.core.Outcome.Violates;
import dev.plumb.core.tlc.Statistics;
import dev.plumb.traces.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a manifest must be changed to, so that it expects of a model what came of checking it. Only what a complete check
 * tells whichever way it is made goes into it; all else of the file stays as it is.
 */
public final class ManifestUpdate {
    /** The order of the keys in tlaplus/Examples. */
    private static final List<String> ORDER =
            List.of("path", "runtime", "mode", Manifest.RESULT, Manifest.DISTINCT, Manifest.GENERATED, Manifest.DEPTH);

    private static final String EMPTY =
            "{\n  \"sources\": [],\n  \"authors\": [],\n  \"tags\": [],\n  \"modules\": []\n}\n";

    /** A key with what stood there and what is to; empty where it is not there. */
    public record Change(String key, Optional<String> was, Optional<String> now) {
        /** {@code distinctStates: 288, was 280}. */
        public String text() {
            String before = was.map(value -> ", was " + value).orElse(now.isPresent() ? " (new)" : "");
            return key + ": " + now.orElse("removed") + before;
        }
    }

    private final Model model;
    private final ModelCheckResult result;
    private final Path config;
    private final Path file;
    private final String before;
    private final JsonEdit edit;
    private final List<Change> changes = new ArrayList<>();
    private final Set<String> settled = new HashSet<>(Set.of("path", Manifest.RESULT, Manifest.PROPERTY));

    /**
     * An update that is not yet written.
     *
     * @param result one for which {@link #isPossible}
     * @param oneWorker whether TLC visited the states in a fixed order: only then their depth is certain
     * @throws dev.plumb.traces.Problem if there is a manifest that cannot be read
     */
    public ManifestUpdate(Model model, ModelCheckResult result, boolean oneWorker) {
        this.model = model;
        this.result = result;
        this.config = model.config().orElseThrow(() -> CoreProblems.noConfig(model.module()));
        this.file = file();
        this.before = Files.exists(file) ? LocatedJson.text(file) : "";
        this.edit = new JsonEdit(file, before.isBlank() ? EMPTY : before);
        if (entry().isEmpty()) {
            addEntry();
        }
        setResult();
        setCounts(oneWorker);
        setProperty();
    }

    /** Whether a result says something that holds for ever: one of a check that was not made, or that stopped, does not. */
    public static boolean isPossible(ModelCheckResult result) {
        return Expectation.result(result.outcome()).isPresent();
    }

    /** Whether success was expected and did not come, or the reverse. */
    public boolean turns() {
        return model.expectation()
                .filter(old -> !old.result().equals("unknown"))
                .map(old -> old.result().equals("success") != (result.outcome() instanceof Holds))
                .orElse(false);
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Keys of the entry that the result says nothing about, or that it must not touch. */
    public List<String> leftAlone() {
        return Stream.concat(existing().members().keySet().stream(), ours().members().keySet().stream())
                .filter(key -> !settled.contains(key) && !key.equals(ManifestReader.PLUMB))
                .distinct()
                .toList();
    }

    /** Where the result is not as the manifest expects even so. */
    public List<Difference> differences() {
        Manifest after = new ManifestReader(file).read(edit.root());
        return Optional.ofNullable(after.entries().get(here(config)))
                .map(entry -> entry.expectation().differences(result))
                .orElseThrow();
    }

    /** Where the entry stands. */
    public Source place() {
        return existing().place();
    }

    /** Replaces the file, in one step: no one sees half of it. */
    public void write() {
        if (edit.text().equals(before)) {
            return;
        }
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path parent = Objects.requireNonNull(target.getParent());
            Path fresh = parent.resolve(
                    "." + Manifest.FILE + "." + ProcessHandle.current().pid());
            try {
                Files.writeString(fresh, edit.text());
                copyPermissions(target, fresh);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw CoreProblems.cannotWriteManifest(file, e.toString());
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    /** The manifest that speaks for the models beside this one, else that of the folder. */
    private Path file() {
        Manifest over = Manifest.over(config);
        Path folder = Optional.ofNullable(config.getParent()).orElse(Path.of(""));
        boolean speaks = over.entries().keySet().stream()
                .map(path ->
                        over.folder().resolve(path).toAbsolutePath().normalize().getParent())
                .anyMatch(folder.toAbsolutePath().normalize()::equals);
        return (speaks ? over.folder() : folder).resolve(Manifest.FILE);
    }

    private void setResult() {
        String word = Expectation.result(result.outcome()).orElseThrow();
        put(existing(), Manifest.RESULT, JsonEdit.quoted(word), word);
    }

    private void setCounts(boolean oneWorker) {
        Optional<Statistics> complete = result.statistics()
                .filter(s -> result.outcome() instanceof Holds && s.queued() == 0 && s.generated() > 0)
                .filter(s -> !Config.read(config).statements().containsKey("VIEW"));
        Optional<Statistics> statistics = result.statistics();
        setCount(Manifest.DISTINCT, complete.map(Statistics::distinct), statistics.map(Statistics::distinct));
        setCount(Manifest.GENERATED, complete.map(Statistics::generated), statistics.map(Statistics::generated));
        setCount(Manifest.DEPTH, complete.filter(s -> oneWorker).map(s -> (long) s.depth()), statistics.map(s ->
                (long) s.depth()));
    }

    /** A count that is not certain and was not found again would from now on differ now and then, so it must go. */
    private void setCount(String key, Optional<Long> certain, Optional<Long> found) {
        if (ours().member(key).isPresent()) {
            return;
        }
        Optional<String> stands = existing().member(key).map(LocatedJson::text);
        if (certain.isPresent()) {
            put(existing(), key, certain.get().toString(), certain.get().toString());
            settled.add(key);
        } else if (stands.isPresent()
                && !(result.outcome() instanceof Holds)
                && !stands.equals(found.map(Object::toString))) {
            remove(existing(), key);
        }
    }

    /** TLC cannot always say what it is that was violated. */
    private void setProperty() {
        boolean isNamed = result.outcome() instanceof Violates violates
                && result.checked().contains(violates.name());
        boolean wasNamed = ours().member(Manifest.PROPERTY).isPresent();
        if (isNamed) {
            String name = ((Violates) result.outcome()).name();
            if (existing().member(ManifestReader.PLUMB).isEmpty()) {
                edit.put(existing(), ManifestReader.PLUMB, "{}", ORDER);
            }
            put(ours(), Manifest.PROPERTY, JsonEdit.quoted(name), name);
        } else if (wasNamed) {
            remove(ours(), Manifest.PROPERTY);
            if (ours().members().isEmpty()) {
                edit.remove(existing(), ManifestReader.PLUMB);
            }
        }
    }

    private void put(LocatedJson object, String key, String json, String shown) {
        Optional<String> was = object.member(key).map(LocatedJson::text);
        if (!was.equals(Optional.of(shown))) {
            edit.put(object, key, json, ORDER.subList(0, Math.max(0, ORDER.indexOf(key))));
            changes.add(new Change(key, was, Optional.of(shown)));
        }
    }

    private void remove(LocatedJson object, String key) {
        changes.add(new Change(key, object.member(key).map(LocatedJson::text), Optional.empty()));
        edit.remove(object, key);
    }

    private LocatedJson existing() {
        return entry().orElseThrow();
    }

    private LocatedJson ours() {
        return existing().member(ManifestReader.PLUMB).orElseGet(() -> LocatedJson.absent(existing()));
    }

    private Optional<LocatedJson> entry() {
        return elements(edit.root(), ManifestReader.MODULES)
                .flatMap(module -> elements(module, ManifestReader.MODELS))
                .filter(model -> isOf(model, config))
                .findFirst();
    }

    private void addEntry() {
        if (edit.root().member(ManifestReader.MODULES).isEmpty()) {
            edit.put(edit.root(), ManifestReader.MODULES, "[]", List.of());
        }
        if (module().isEmpty()) {
            append(
                    edit.root(),
                    ManifestReader.MODULES,
                    members(
                            "path",
                            JsonEdit.quoted(prefix() + here(model.module())),
                            "features",
                            "[]",
                            ManifestReader.MODELS,
                            "[]"));
        }
        if (module().orElseThrow().member(ManifestReader.MODELS).isEmpty()) {
            edit.put(module().orElseThrow(), ManifestReader.MODELS, "[]", List.of());
        }
        append(
                module().orElseThrow(),
                ManifestReader.MODELS,
                members(
                        "path",
                        JsonEdit.quoted(prefix() + here(config)),
                        "runtime",
                        JsonEdit.quoted(runtime(result.duration())),
                        "mode",
                        JsonEdit.quoted(ManifestReader.EXHAUSTIVE)));
        settled.addAll(Set.of("runtime", "mode"));
        changes.add(new Change("path", Optional.empty(), Optional.of(prefix() + here(config))));
    }

    private Optional<LocatedJson> module() {
        return elements(edit.root(), ManifestReader.MODULES)
                .filter(module -> isOf(module, model.module()))
                .findFirst();
    }

    /** What stands before the paths that are there: in tlaplus/Examples they are from the repository's root. */
    private String prefix() {
        return elements(edit.root(), ManifestReader.MODULES)
                .flatMap(module -> module.member("path").stream())
                .map(LocatedJson::text)
                .flatMap(path ->
                        ManifestReader.fromHere(folder(), path)
                                .map(end -> path.substring(0, path.length() - end.length()))
                                .stream())
                .findFirst()
                .orElse("");
    }

    private void append(LocatedJson object, String key, Map<String, String> members) {
        edit.append(object.member(key).orElseThrow(), members);
    }

    private static Map<String, String> members(String... keysAndJson) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < keysAndJson.length; i += 2) {
            members.put(keysAndJson[i], keysAndJson[i + 1]);
        }
        return members;
    }

    private static String runtime(Duration duration) {
        long seconds = duration.plusMillis(999).toSeconds();
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static Stream<LocatedJson> elements(LocatedJson object, String key) {
        return object.member(key).stream().flatMap(array -> array.elements().stream());
    }

    private boolean isOf(LocatedJson object, Path path) {
        return object.member("path")
                .flatMap(written -> ManifestReader.fromHere(folder(), written.text()))
                .map(here(path)::equals)
                .orElse(false);
    }

    private Path folder() {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    private String here(Path path) {
        return Manifest.path(folder(), path);
    }
}
