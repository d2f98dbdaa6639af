package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutateCommandTest {
    private static final String SHOP = Plumb.fixture("shop/Shop.cfg");

    @TempDir
    private Path folder;

    @Test
    void survivors_are_shown_where_they_are() throws IOException {
        Plumb run = Plumb.run("mutate", SHOP);
        assertThat(run.exitCode()).isEqualTo(5);
        Golden.check("mutate-survivors", run.transcript());
    }

    @Test
    void each_kind_of_fault_is_noticed_where_a_check_can_and_survives_where_none_can() throws IOException {
        SortedMap<String, TreeSet<String>> verdicts = new TreeMap<>();
        JsonNode line =
                new ObjectMapper().readTree(Plumb.run("mutate", SHOP, "--json").out());
        line.path("mutants")
                .forEach(mutant -> verdicts.computeIfAbsent(mutant.path("kind").asText(), kind -> new TreeSet<>())
                        .add(mutant.path("verdict").asText()));
        assertThat(verdicts.keySet()).containsExactly("drop action", "drop fairness", "drop guard", "negate", "weaken");
        assertThat(verdicts.values())
                .allSatisfy(verdictsOfKind -> assertThat(verdictsOfKind).containsExactly("killed", "survived"));
        assertThat(line.path("killed").asInt() + line.path("survived").asInt())
                .isEqualTo(line.path("possible").asInt());
    }

    @Test
    void all_survive_an_invariant_that_says_nothing() throws IOException {
        Plumb run = Plumb.run("mutate", Plumb.fixture("shop/Shop_Vacuous.cfg"));
        assertThat(run.exitCode()).isEqualTo(5);
        Golden.check("mutate-vacuous", run.transcript());
    }

    @Test
    void all_are_killed_where_the_checks_notice_each() throws IOException {
        Plumb run = Plumb.run("mutate", Plumb.fixture("tank/Tank.cfg"));
        assertThat(run.exitCode()).isZero();
        Golden.check("mutate-killed", run.transcript());
    }

    @Test
    void a_model_that_does_not_hold_is_refused() throws IOException {
        Plumb run = Plumb.run("mutate", Plumb.fixture("shop/Shop_Closes.cfg"));
        assertThat(run.exitCode()).isEqualTo(3);
        Golden.check("mutate-not-green", run.transcript());
    }

    @Test
    void a_model_that_cannot_be_checked_says_what_check_says() {
        Plumb mutate = Plumb.run("mutate", Plumb.fixture("broken/Unfinished.cfg"));
        assertThat(mutate.exitCode()).isEqualTo(150);
        assertThat(mutate.out()).isEmpty();
        assertThat(mutate.err()).startsWith("PLUMB-");
    }

    @Test
    void draws_the_same_with_the_same_seed() throws IOException {
        String once = drawn("7");
        assertThat(drawn("7")).isEqualTo(once);
        assertThat(drawn("8")).isNotEqualTo(once);
    }

    private static String drawn(String seed) {
        Plumb run = Plumb.run("mutate", SHOP, "--max", "3", "--seed", seed, "--json");
        assertThat(run.out()).contains("\"mutants\":[{");
        return run.out().replaceAll("\"seed\":\\d+", "");
    }

    @Test
    void draws_at_least_one() throws IOException {
        Plumb run = Plumb.run("mutate", SHOP, "--max", "0");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--max is 0, and must be 1 or more");
    }

    @Test
    void of_other_constants_than_the_cfg_has() {
        Plumb smaller = Plumb.run("mutate", SHOP, "--max", "1", "--time", "10m", "--constant", "Room=2");
        assertThat(smaller.out()).contains("Shop.cfg with Room = 2: its checks notice");
        Plumb unknown = Plumb.run("mutate", SHOP, "--constant", "Rom=2");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.err()).contains("Rom").contains("Did you mean Room?");
    }

    @Test
    void a_limit_of_time_is_a_number_and_a_unit() {
        Plumb run = Plumb.run("mutate", SHOP, "--time", "10");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--time is 10, and must be as 90s, 10m or 2h");
    }

    @Test
    void of_a_folder_takes_the_models_that_should_hold() throws IOException {
        for (String name : new String[] {"Shop.tla", "Shop.cfg", "Shop_Closes.cfg"}) {
            Files.copy(Path.of(Plumb.fixture("shop/" + name)), folder.resolve(name));
        }
        expecting("success");
        Plumb some = Plumb.run("mutate", folder.toString(), "--max", "1");
        assertThat(some.out()).contains("Shop.cfg: ").doesNotContain("Shop_Closes");
        assertThat(files()).isEqualTo(4);
        expecting("unknown");
        Plumb none = Plumb.run("mutate", folder.toString());
        assertThat(none.exitCode()).isEqualTo(4);
        assertThat(none.err()).startsWith("PLUMB-U100 ");
    }

    private void expecting(String result) throws IOException {
        Files.writeString(
                folder.resolve("manifest.json"),
                "{\"modules\":[{\"path\":\"Shop.tla\",\"models\":[{\"path\":\"Shop.cfg\",\"result\":\"" + result
                        + "\"},{\"path\":\"Shop_Closes.cfg\",\"result\":\"safety failure\"}]}]}");
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
