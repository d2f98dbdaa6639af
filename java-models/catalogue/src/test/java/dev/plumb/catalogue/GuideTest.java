package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.catalogue.OwnProject.Tests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's project is made of the guide's blocks: what it tells to write works, and what it says is printed, is. */
class GuideTest {
    private static final Path GUIDE = Project.ROOT.resolve("checker-bridge/docs/guide.md");
    private static final String SPEC = "src/main/tla/Lease.tla";
    private static final String SERVICE = "src/main/java/lease/LeaseLock.java";
    private static final String BLOCK = "```\\w*\n(.*?)```\n";

    @TempDir
    Path folder;

    private OwnProject project;

    @BeforeEach
    void write_the_files_of_the_guide() throws IOException {
        project = new OwnProject(folder);
        blocks("<!-- file (\\S+) -->").forEach((file, text) -> {
            try {
                project.write(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The blocks below lines like this one, by what its group matches. */
    private static Map<String, String> blocks(String marker) throws IOException {
        Map<String, String> blocks = new TreeMap<>();
        Pattern.compile(marker + "\n" + BLOCK, Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .forEach(block -> blocks.put(block.group(1), block.group(2)));
        return blocks;
    }

    private void replace(String file, String before, String after) throws IOException {
        assertThat(project.read(file)).containsOnlyOnce(before);
        project.write(file, project.read(file).replace(before, after));
    }

    private static void isPrinted(String name, String message) throws IOException {
        String text = message.replaceAll("file:/+\\S*(?=/target/)", "file:///…").stripTrailing() + "\n";
        if ("update".equals(System.getProperty("plumb.golden"))) {
            String block = "(<!-- output " + name + " -->\n```text\n).*?```";
            String guide = Files.readString(GUIDE);
            Files.writeString(
                    GUIDE,
                    Pattern.compile(block, Pattern.DOTALL)
                            .matcher(guide)
                            .replaceFirst((MatchResult old) -> Matcher.quoteReplacement(old.group(1) + text + "```")));
        }
        assertThat(blocks("<!-- output (\\w+) -->")).containsEntry(name, text);
    }

    @Test
    void the_pom_is_the_one_that_plumb_new_writes() throws IOException {
        Path skeleton = Project.ROOT.resolve("checker-bridge/cli/src/main/resources/dev/plumb/cli/skeleton/pom.xml");
        String filled = project.read("pom.xml").replaceFirst("(<plumb.version>)[^<]+", "$1@version@");
        assertThat(Files.readString(skeleton).replace("@package@", "lease").replace("@artifact@", "lease"))
                .isEqualTo(filled);
    }

    @Test
    void without_its_guard_the_specification_is_violated_as_the_guide_says() throws Exception {
        replace(SPEC, "\\A other \\in Client : ~ Holds(other)", "TRUE");
        Files.delete(folder.resolve("src/test/java/lease/LeaseLockTest.java"));
        Tests tests = project.test();
        assertThat(tests.failures()).hasSize(1);
        isPrinted("spec", tests.failures().get(0));
    }

    @Test
    void the_bug_is_found_as_the_guide_says_and_the_fix_mends_it() throws Exception {
        Tests buggy = project.test();
        assertThat(buggy.succeeded()).isEqualTo(2);
        assertThat(buggy.failures()).hasSize(1);
        isPrinted("bug", buggy.failures().get(0));
        replace(
                SERVICE,
                blocks("<!-- before (\\S+) -->").get(SERVICE),
                blocks("<!-- (after) -->").get("after"));
        Tests mended = project.test();
        assertThat(mended.failures()).isEmpty();
        assertThat(mended.succeeded()).isEqualTo(3);
    }
}
