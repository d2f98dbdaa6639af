package dev.plumb.cli;

import dev.plumb.core.CheckOptions;
import dev.plumb.core.Model;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.tlc.Mode;
import dev.plumb.kernel.TlcJar;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that what a check leaves depends on: Plumb and TLC, the files of the model and its manifest, and what the user asked
 * for, where that is decided by these alone.
 */
final class CacheKey {
    /** What makes two runs differ, or leaves or reads what is no part of the model. */
    private static final Pattern UNPREDICTABLE =
            Pattern.compile("\\b(RandomElement|Randomization|JavaTime|TLCGet|TLCSet|IOUtils|Json|CSV|ShiViz|SVG)\\b");

    private final MessageDigest digest;

    private CacheKey() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stays the same for all models of a command. */
    static String ofProgram(TlcJar jar) {
        CacheKey key = new CacheKey();
        try {
            key.add(System.getProperty("java.version"));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                key.addStamps(Path.of(entry));
            }
            key.addContent(jar.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return key.text();
    }

    /**
     * The key of a check; empty if it is not to be kept, because it would not come out the same again.
     *
     * @param program what stays the same for all models
     * @param asked all else that what is printed depends on
     */
    static Optional<String> of(String program, Model model, CheckOptions options, List<String> asked) {
        boolean once = options.checkpoints() || options.resume() || !(options.mode() instanceof Mode.BreadthFirst);
        if (once || model.config().isEmpty()) {
            return Optional.empty();
        }
        try {
            CacheKey key = new CacheKey();
            key.add(program);
            key.add(options.toString());
            asked.forEach(key::add);
            return key.addModel(model) ? Optional.of(key.text()) : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Whether this outcome is for ever: with several workers TLC does not always find the same counterexample. */
    static boolean isFinal(ModelCheckResult result, CheckOptions options) {
        boolean isFound = result.outcome() instanceof Outcome.Violates || result.outcome() instanceof Outcome.Deadlocks;
        return result.outcome() instanceof Outcome.Holds || (isFound && options.workers() == 1);
    }

    private boolean addModel(Model model) throws IOException {
        for (Path folder : model.folders()) {
            if (bringsJava(folder)) {
                return false;
            }
        }
        List<Path> files = new ArrayList<>(model.files());
        model.expectation().ifPresent(e -> files.add(Path.of(e.place("").file())));
        for (Path file : files) {
            add(file.toString());
            String text = addContent(file);
            if (file.toString().endsWith(".tla") && UNPREDICTABLE.matcher(text).find()) {
                return false;
            }
        }
        return true;
    }

    private static boolean bringsJava(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().matches(".*\\.(class|jar)"));
        }
    }

    /** A build writes the files anew, so their times tell whether they are the same; much faster than reading them. */
    private void addStamps(Path place) throws IOException {
        if (Files.exists(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
        }
    }

    private String addContent(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        add(Integer.toString(bytes.length));
        digest.update(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void add(String text) {
        digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
