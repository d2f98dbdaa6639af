package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.report.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
    @TempDir(factory = FixedFolder.class)
    Path folder;

    @Test
    void a_result_is_told_again_and_its_files_come_out_the_same() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Plumb check = Plumb.run(first, "check", Plumb.fixture("tank/Tank_Full.cfg"), "--workers", "1");
        assertThat(check.exitCode()).isEqualTo(12);

        Plumb show = Plumb.run("show", first.resolve("Tank_Full").toString(), "--write", second.toString());
        assertThat(show.exitCode()).isZero();
        assertThat(show.out()).isEqualTo(check.out().replace(first.toString(), second.toString()));
        assertThat(second.resolve("Tank_Full/page.html"))
                .content()
                .contains("NeverFull is violated", "Why it is false");
        for (String file : List.of("result.json", "page.html", "space-time.svg", "behaviour.itf.json")) {
            assertThat(second.resolve("Tank_Full").resolve(file))
                    .hasSameTextualContentAs(first.resolve("Tank_Full").resolve(file));
        }
        assertThat(second.resolve("show-junit.xml")).hasSameTextualContentAs(first.resolve("check-junit.xml"));
    }

    @Test
    void a_trace_is_shown_as_it_was_told() throws IOException {
        Path trace = Files.writeString(
                folder.resolve("run.ndjson"),
                "{\"plumb\":1,\"constants\":{\"Capacity\":3}}\n{\"action\":\"Drain\",\"at\":\"Tap.java:7\"}\n");
        Path out = folder.resolve("out");
        Plumb validate = Plumb.run(out, "validate", trace.toString(), "--spec", Plumb.fixture("tank/Tank.tla"));
        assertThat(validate.exitCode()).isEqualTo(15);
        Path again = folder.resolve("again");
        String told =
                Plumb.run("show", out.toString(), "--write", again.toString()).out();
        assertThat(told).isEqualTo(validate.out().replace(out.toString(), again.toString()));
        String name = FileName.of(trace.toString());
        for (String file : List.of("result.json", "page.html", "space-time.svg", "behaviour.itf.json")) {
            assertThat(again.resolve(name).resolve(file))
                    .hasSameTextualContentAs(out.resolve(name).resolve(file));
        }
        assertThat(Plumb.run("show", out.toString(), "--json").out())
                .isEqualTo(Plumb.run("show", out.resolve(name + "/result.json").toString(), "--json")
                        .out());
    }

    @Test
    void results_of_the_same_name_keep_their_folders_apart() {
        for (String place : new String[] {"here", "there"}) {
            Plumb.run(folder.resolve(place), "check", Plumb.fixture("tank/Tank.cfg"), "--workers", "1");
        }
        Path all = folder.resolve("all");
        assertThat(Plumb.run("show", folder.toString(), "--write", all.toString())
                        .exitCode())
                .isZero();
        assertThat(all.resolve("Tank/result.json")).exists();
        assertThat(all.resolve("Tank-2/result.json")).exists();
        assertThat(all.resolve("index.html")).content().contains("Tank/result.json", "Tank-2/result.json");
    }

    @Test
    void what_is_no_result_is_refused() throws IOException {
        Path other = Files.writeString(folder.resolve("result.json"), "{\"plumb\":2,\"check\":\"model\"}");
        assertThat(Plumb.run("show", other.toString()))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(3))
                .satisfies(run -> assertThat(run.err()).startsWith("PLUMB-G03 " + other + ": "));
        assertThat(Plumb.run("show", folder.resolve("nowhere").toString()).err())
                .startsWith("PLUMB-G01 ");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(Plumb.run("show", empty.toString()).err()).startsWith("PLUMB-G07 ");
    }

    @Test
    void without_write_nothing_is_written() throws IOException {
        Plumb.run(folder.resolve("out"), "check", Plumb.fixture("tank/Tank.cfg"), "--workers", "1");
        List<Path> before = files();
        assertThat(Plumb.run("show", folder.toString()).out()).startsWith("HOLDS");
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
