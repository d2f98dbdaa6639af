package dev.plumb.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.cli.ShowCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HistoryCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        HistoryWriter.write(
                folder.resolve("good.ndjson"), Drawn.history("a 0-3 write(1)", "b 1-2 read() = 0", "b 4-5 read() = 1"));
        HistoryWriter.write(
                folder.resolve("bad.ndjson"), Drawn.history("a 0-3 write(1)", "b 1-2 read() = 1", "b 4-5 read() = 0"));
        HistoryWriter.write(
                folder.resolve("repeated.ndjson"),
                Drawn.history("a 0-3 write(1)", "b 1-2 write(1)", "b 4-5 read() = 0"));
    }

    /** The exit code; what a problem is made of by the command line is for its own tests. */
    private int history(String file, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                folder.resolve(file).toString(), "--out", folder.resolve("out").toString(), "--spec", "register"));
        arguments.addAll(List.of(options));
        CommandLine command = new CommandLine(new HistoryCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments.toArray(String[]::new));
    }

    @Test
    void a_history_that_the_model_allows_ends_with_0() {
        assertThat(history("good.ndjson", "--init", "0")).isZero();
        assertThat(out.toString()).startsWith("CONFORMS  History drawn fits the model linearizable.");
        assertThat(folder.resolve("out/drawn/page.html")).exists();
        assertThat(folder.resolve("out/drawn/calls.svg")).exists();
    }

    @Test
    void one_that_it_forbids_ends_with_15_and_says_why() {
        assertThat(history("bad.ndjson", "--init", "0")).isEqualTo(15);
        assertThat(out.toString())
                .startsWith("DIVERGES  History drawn does not fit the model linearizable. In every order of the calls")
                .contains("✗ b        read() = 0  4 to 5", "bad.ndjson:4", "Reproduce: plumb history ");
    }

    @Test
    void the_example_of_the_documentation_is_forbidden() {
        String example = Path.of(System.getProperty("plumb.root"), "java-models/histories/docs/run-7.ndjson")
                .toString();
        assertThat(history(example)).isEqualTo(15);
        assertThat(out.toString()).contains("c2 read() = 1 comes before c3 read() = 0: it had ended");
    }

    @Test
    void a_budget_that_is_too_small_ends_with_20() {
        assertThat(history("repeated.ndjson", "--init", "0", "--budget", "2")).isEqualTo(20);
        assertThat(out.toString()).startsWith("INCOMPLETE  ").contains("--budget 2");
    }

    @Test
    void histories_of_the_same_name_do_not_share_a_folder() {
        assertThat(history("good.ndjson", folder.resolve("bad.ndjson").toString(), "--init", "0"))
                .isEqualTo(15);
        assertThat(folder.resolve("out/drawn/result.json")).content().contains("Conforms");
        assertThat(folder.resolve("out/drawn-2/result.json")).content().contains("Diverges");
    }

    @Test
    void a_history_that_is_too_weak_ends_with_4_unless_it_is_forbidden() {
        assertThat(history("good.ndjson", "--init", "0", "--min-concurrency", "3"))
                .isEqualTo(4);
        assertThat(out.toString()).startsWith("NOTHING CHECKED  ").contains("At most 2 calls");
        assertThat(history("good.ndjson", "--init", "0", "--min-ordered", "3")).isEqualTo(4);
        assertThat(history("good.ndjson", "--init", "0", "--min-concurrency-mean", "1.5"))
                .isEqualTo(4);
        assertThat(history("good.ndjson", "--init", "0", "--min-concurrency", "2", "--min-open-reads", "0.5"))
                .isZero();
        assertThat(history("bad.ndjson", "--init", "0", "--min-concurrency", "3"))
                .isEqualTo(15);
    }

    @Test
    void json_is_printed_alone() {
        assertThat(history("bad.ndjson", "--init", "0", "--json")).isEqualTo(15);
        assertThat(out.toString().lines())
                .singleElement()
                .asString()
                .startsWith("{\"plumb\":1,\"check\":\"history\",")
                .contains("\"concurrencyMean\":1.33");
    }

    @Test
    void a_history_is_shown_later_as_it_was_told() throws IOException {
        assertThat(history("bad.ndjson", "--init", "0")).isEqualTo(15);
        StringWriter shown = new StringWriter();
        Path pages = folder.resolve("pages");
        CommandLine show = new CommandLine(new ShowCommand()).setOut(new PrintWriter(shown, true));
        assertThat(show.execute(folder.resolve("out").toString(), "--write", pages.toString()))
                .isZero();
        assertThat(shown.toString())
                .isEqualTo(out.toString()
                        .replace(
                                folder.resolve("out").toString(),
                                folder.resolve("pages").toString()));
        for (String file : List.of("result.json", "page.html", "calls.svg")) {
            assertThat(pages.resolve("drawn").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("out/drawn").resolve(file));
        }
        assertThat(pages.resolve("show-junit.xml")).hasSameTextualContentAs(folder.resolve("out/history-junit.xml"));
    }

    @Test
    void a_ci_reads_which_history_is_forbidden_and_by_which_call() {
        assertThat(history("good.ndjson", folder.resolve("bad.ndjson").toString(), "--init", "0"))
                .isEqualTo(15);
        assertThat(folder.resolve("out/history-junit.xml"))
                .content()
                .contains("<testsuites name=\"plumb\" tests=\"2\" failures=\"1\"", "read() = 0");
        assertThat(folder.resolve("out/history.sarif")).content().contains("bad.ndjson\"", "\"startLine\" : 4");
        assertThat(folder.resolve("out/index.html")).content().contains("drawn/page.html", "drawn-2/page.html");
    }

    @Test
    void every_model_for_registers_takes_the_history() {
        for (String model : Models.NAMES.subList(0, 11)) {
            out.getBuffer().setLength(0);
            int code = history("good.ndjson", "--init", "0", "--model", model);
            assertThat(code).as(model).isEqualTo(model.equals("eventual") ? 4 : 0);
        }
    }
}
