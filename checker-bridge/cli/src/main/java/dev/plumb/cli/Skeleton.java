package dev.plumb.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * A project to start from: a specification, a service in Java that tells its steps, and tests that hold the two together.
 *
 * @param name of the module and the class
 * @param packageName of the class
 */
record Skeleton(String name, String packageName) {
    /** Where a template goes, by its name. */
    private static final Map<String, String> PLACES = Map.of(
            "pom.xml", "pom.xml",
            "gitignore", ".gitignore",
            "README.md", "README.md",
            "Name.tla", "src/main/tla/@Name@.tla",
            "Name.cfg", "src/main/tla/@Name@.cfg",
            "Name.java", "src/main/java/@folder@/@Name@.java",
            "NameTest.java", "src/test/java/@folder@/@Name@Test.java");

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*");

    /** @throws dev.plumb.traces.Problem if they cannot be names of a module, of a class and of its package */
    Skeleton {
        if (!NAME.matcher(name).matches()) {
            throw NewProblems.noName(name);
        }
        if (!PACKAGE.matcher(packageName).matches() || !SourceVersion.isName(packageName)) {
            throw NewProblems.noPackage(packageName);
        }
    }

    /** The name as folders and artifacts have it: {@code lease-lock}. */
    String artifact() {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * Writes the files, and tells their names.
     *
     * @param folder which is not there yet, or is empty
     * @throws dev.plumb.traces.Problem if it has something in it
     */
    List<Path> write(Path folder) {
        if (isInUse(folder)) {
            throw NewProblems.folderIsInUse(folder);
        }
        List<Path> written = new ArrayList<>();
        PLACES.forEach(
                (template, place) -> written.add(write(folder.resolve(filled(place)), filled(template(template)))));
        written.sort(null);
        return written;
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw NewProblems.cannotWrite(file, e.getClass().getSimpleName());
        }
    }

    private static boolean isInUse(Path folder) {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            return true;
        }
    }

    private String filled(String template) {
        return template.replace("@Name@", name)
                .replace("@package@", packageName)
                .replace("@folder@", packageName.replace('.', '/'))
                .replace("@artifact@", artifact())
                .replace("@version@", Main.VERSION);
    }

    private static String template(String name) {
        try (InputStream in = Objects.requireNonNull(Skeleton.class.getResourceAsStream("skeleton/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
