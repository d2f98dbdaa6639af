package dev.plumb.catalogue;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of all messages is made of the goldens in which each module pins its own: none is left out. */
class TroubleshootingTest {
    private static final Path PAGE = Project.ROOT.resolve("checker-bridge/docs/troubleshooting.md");

    /** A golden with messages: codes at the beginnings of lines, what to do indented below. */
    private static final Pattern GOLDEN = Pattern.compile(".*/golden/[^/]*problems[^/]*\\.txt");

    private static final Pattern MESSAGE = Pattern.compile("(?m)^(PLUMB-([A-Z])\\d+) (.*(?:\\n  .*)*)");
    private static final Pattern CODE = Pattern.compile("\"PLUMB-([A-Z]\\d+)\"|\"([HT]\\d\\d)\",");

    /** What the messages of a letter are about. */
    private static final Map<String, String> TOPICS = topics();

    private static Map<String, String> topics() {
        Map<String, String> topics = new LinkedHashMap<>();
        topics.put("U", "The command line, and the machine");
        topics.put("C", "Finding, reading and checking models");
        topics.put("S", "What SANY and TLC say of a specification");
        topics.put("K", "The TLC to use");
        topics.put("X", "What TLC runs on");
        topics.put("T", "Reading traces");
        topics.put("N", "Names that do not fit, and new projects");
        topics.put("B", "Bindings");
        topics.put("V", "What is written of a trace");
        topics.put("G", "Graphs, pictures and results of before");
        topics.put("L", "Lanes and messages");
        topics.put("R", "Recording");
        topics.put("M", "The Maven plugin");
        topics.put("W", "The simulated world");
        topics.put("E", "Exploration");
        topics.put("H", "Histories of clients");
        return topics;
    }

    @Test
    void the_page_has_every_message() throws IOException {
        String page = page(messages());
        if ("update".equals(System.getProperty("plumb.golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void every_code_in_the_source_is_pinned_by_a_golden() {
        SortedSet<String> inSource = new TreeSet<>();
        files(file -> file.matches(".*/src/main/java/.*\\.java")).forEach(file -> CODE.matcher(read(file))
                .results()
                .forEach(code -> inSource.add("PLUMB-" + (code.group(1) == null ? code.group(2) : code.group(1)))));
        assertThat(messages().keySet()).containsAll(inSource);
        assertThat(inSource).hasSizeGreaterThan(100);
    }

    /** Examples of each message, by its code; one code may be told in several ways. */
    private static SortedMap<String, List<String>> messages() {
        SortedMap<String, List<String>> messages = new TreeMap<>();
        files(file -> GOLDEN.matcher(file).matches())
                .forEach(golden -> MESSAGE.matcher(read(golden)).results().forEach(message -> messages.computeIfAbsent(
                                message.group(1), code -> new ArrayList<>())
                        .add(message.group(3))));
        return messages;
    }

    private static String page(SortedMap<String, List<String>> messages) {
        StringBuilder page = new StringBuilder("""
                # Troubleshooting: every message, and what to do

                Each mistake that Plumb finds in what it is given has a code, which stays the same from release to release. Below is
                an example of each, with names that are made up: the first line tells what is wrong and where, the lines below it
                the likely cause and what to do next. A test makes this page of the messages themselves, so none is missing.

                *This is a fault of Plumb*, with a stack trace below, is no mistake of yours: please report it. `plumb doctor`
                tells whether Java, TLC, memory and folders are as they should be.

                """.indent(0));
        TOPICS.forEach((letter, topic) -> {
            Map<String, List<String>> ofTopic = new TreeMap<>(messages);
            ofTopic.keySet().removeIf(code -> !code.startsWith("PLUMB-" + letter));
            page.append("## ").append(topic).append("\n\n```text\n");
            page.append(ofTopic.entrySet().stream()
                    .map(entry -> entry.getValue().stream()
                            .map(text -> entry.getKey() + " " + text)
                            .collect(joining("\n\n")))
                    .collect(joining("\n\n")));
            page.append("\n```\n\n");
        });
        return page.toString().stripTrailing() + "\n";
    }

    private static List<Path> files(Predicate<String> wanted) {
        try (Stream<Path> files = Files.walk(Project.ROOT)) {
            return files.filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> wanted.test(file.toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
