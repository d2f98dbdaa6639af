package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultCacheTest {
    private static final String KNOWN = "known since";

    @TempDir
    Path folder;

    private Path cache;

    @BeforeEach
    void copy_the_model() throws IOException {
        cache = folder.resolve("cache");
        for (String file : List.of("Tank.tla", "Tank.cfg", "Tank_Full.cfg")) {
            Files.copy(Plumb.FIXTURES.resolve("tank").resolve(file), folder.resolve(file));
        }
    }

    private Plumb check(String model, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("check", folder.resolve(model).toString(), "--workers", "1", "--cache", cache.toString()));
        arguments.addAll(List.of(more));
        return Plumb.run(folder.resolve("out"), arguments.toArray(String[]::new));
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    @Test
    void what_has_not_changed_is_known_with_its_exit_code_text_and_pages() throws IOException {
        Plumb first = check("Tank_Full.cfg");
        Path page = folder.resolve("out/Tank_Full/page.html");
        String shown = Files.readString(page);
        Files.delete(page);
        Plumb second = check("Tank_Full.cfg");
        assertThat(first.out()).doesNotContain(KNOWN);
        assertThat(second.exitCode()).isEqualTo(first.exitCode()).isEqualTo(12);
        assertThat(second.out()).startsWith(first.out().stripTrailing()).contains(KNOWN);
        assertThat(page).hasContent(shown);
    }

    @Test
    void a_change_of_what_is_checked_is_checked() throws IOException {
        check("Tank.cfg");
        edit("Tank.tla", "level < Capacity", "level =< Capacity");
        Plumb changed = check("Tank.cfg");
        assertThat(changed.exitCode()).isEqualTo(12);
        assertThat(changed.out()).doesNotContain(KNOWN);
    }

    @Test
    void another_cfg_another_option_and_another_format_are_checked() throws IOException {
        check("Tank.cfg");
        assertThat(check("Tank.cfg", "--constant", "Capacity=4").out()).doesNotContain(KNOWN);
        assertThat(check("Tank.cfg", "--json").out()).doesNotContain("knownSince");
        assertThat(check("Tank.cfg", "--json").out())
                .contains("\"knownSince\":\"")
                .endsWith("\"}\n");
        edit("Tank.cfg", "SPECIFICATION", "\\* another\nSPECIFICATION");
        assertThat(check("Tank.cfg").out()).doesNotContain(KNOWN);
    }

    @Test
    void nothing_is_known_where_that_is_not_wanted() {
        check("Tank.cfg");
        Plumb off = Plumb.run(
                folder.resolve("out"), "check", folder.resolve("Tank.cfg").toString(), "--cache", "off");
        assertThat(off.out()).doesNotContain(KNOWN);
    }

    @Test
    void only_complete_checks_are_kept() {
        check("Tank.cfg", "--simulate", "10");
        check("Tank.cfg", "--constant", "Capacity=1000000000", "--states", "1000");
        check("Tank.cfg", "--constant", "Capacity=TRUE");
        assertThat(cache).satisfiesAnyOf(none -> assertThat(none).doesNotExist(), none -> assertThat(none)
                .isEmptyDirectory());
    }

    @Test
    void a_counterexample_that_several_workers_found_is_not_kept() {
        check("Tank_Full.cfg", "--workers", "2");
        assertThat(check("Tank_Full.cfg", "--workers", "2").out()).doesNotContain(KNOWN);
    }

    @Test
    void what_reads_files_or_dice_is_not_kept() throws IOException {
        edit("Tank.tla", "EXTENDS ", "EXTENDS Json, ");
        check("Tank.cfg");
        assertThat(check("Tank.cfg").out()).doesNotContain(KNOWN);
    }

    @Test
    void a_torn_file_is_as_none_and_an_old_one_goes() throws IOException {
        check("Tank.cfg");
        Path kept = onlyFile();
        Files.writeString(kept, Files.readString(kept).substring(0, 50));
        assertThat(check("Tank.cfg").out()).doesNotContain(KNOWN);
        Path old = Files.writeString(cache.resolve("old.json"), "{}");
        Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
        check("Tank_Full.cfg");
        assertThat(old).doesNotExist();
        assertThat(kept).exists();
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    @Test
    void where_nothing_can_be_kept_it_is_checked_all_the_same() throws IOException {
        Files.writeString(cache, "no folder");
        assertThat(check("Tank.cfg").exitCode()).isZero();
        assertThat(check("Tank.cfg").exitCode()).isZero();
        assertThat(cache).isRegularFile();
    }
}
