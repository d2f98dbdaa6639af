package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumb.catalogue.JavaProtocol.Shown;
import dev.plumb.cli.PlumbCommand;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.commands.ExploreCommand;
import dev.plumb.simulation.commands.RunCommand;
import dev.plumb.simulation.drive.Protocols;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What comes of the protocols in Java is what their manifest says, by the commands that a user would type. */
class EveryProtocolTest {
    @TempDir
    Path folder;

    /** What a command has said first, and how it has ended. */
    private record Said(int exitCode, JsonNode line) {}

    @BeforeAll
    static void let_commands_find_the_specifications() {
        System.setProperty("plumb.home", Project.ROOT.toString());
    }

    private Said say(PlumbCommand command, String words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words.trim().split(" +")));
        all.addAll(List.of("--json", "--out", folder.resolve("out").toString()));
        all.addAll(List.of("--failures", folder.resolve("failures").toString()));
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
        int exitCode = line.setOut(new PrintWriter(out)).execute(all.toArray(String[]::new));
        return new Said(exitCode, new ObjectMapper().readTree(out.toString()));
    }

    /** Graph refinement: each step of the world is one of the specification, or changes nothing there. */
    @TestFactory
    Stream<DynamicTest> each_step_of_its_world_is_one_of_the_specification() {
        return JavaProtocol.all().stream()
                .flatMap(protocol -> protocol.worlds().entrySet().stream())
                .map(world -> DynamicTest.dynamicTest("plumb explore " + world.getKey(), () -> {
                    Said said = say(new ExploreCommand(), world.getKey() + " --spec-states 1");
                    assertThat(said.exitCode()).as(said.line().toString()).isZero();
                    assertThat(said.line().path("states").asLong()).isEqualTo(world.getValue());
                    assertThat(said.line()
                                    .at("/properties/steps as specified/verdict")
                                    .asText())
                            .isEqualTo("holds");
                }));
    }

    @TestFactory
    Stream<DynamicTest> each_planted_bug_is_caught() {
        return JavaProtocol.all().stream().flatMap(protocol -> protocol.bugs().entrySet().stream()
                .map(bug -> caught(protocol.name() + " --bug " + bug.getKey(), bug.getValue())));
    }

    private DynamicTest caught(String bug, Shown shown) {
        return DynamicTest.dynamicTest("plumb run " + bug, () -> {
            Said said = say(new RunCommand(), bug + " " + shown.run());
            assertThat(said.line().path("violation").asText())
                    .as(said.line().toString())
                    .isEqualTo(shown.shows());
            assertThat(said.exitCode()).isNotZero();
        });
    }

    @Test
    void has_all_protocols_and_all_their_bugs() {
        List<JavaProtocol> all = JavaProtocol.all();
        assertThat(specs(all.stream().map(JavaProtocol::module)))
                .isEqualTo(specs(ServiceLoader.load(Protocol.class).stream().map(each -> each.get()
                        .deploy(1, Protocol.NO_BUG)
                        .header()
                        .spec()
                        .orElseThrow())));
        assertThat(all).allSatisfy(protocol -> {
            assertThat(protocol.bugs().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            Protocols.named(protocol.name()).bugs());
            assertThat(protocol.worlds()).isNotEmpty();
        });
    }

    private static List<String> specs(Stream<String> modules) {
        return modules.distinct().sorted().toList();
    }
}
