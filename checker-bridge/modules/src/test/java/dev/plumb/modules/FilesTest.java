package dev.plumb.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to files, comes from them, or from the environment. */
class FilesTest {
    @TempDir
    Path folder;

    @Test
    void what_is_written_as_json_is_read_back() throws Exception {
        accepted("EXTENDS Json, TLC, Integers", """
                Value == [a |-> -1, b |-> <<TRUE, "quote \\" and \\\\ and \\t", <<>>>>]
                ASSUME JsonSerialize("%1$s/v.json", Value) /\\ JsonDeserialize("%1$s/v.json") = Value
                ASSUME ndJsonSerialize("%1$s/v.ndjson", <<Value, 7>>) /\\ ndJsonDeserialize("%1$s/v.ndjson") = <<Value, 7>>
                """.formatted(folder));

        assertThat(folder.resolve("v.json")).hasContent("{\"a\":-1,\"b\":[true,\"quote \\\" and \\\\ and \\t\",[]]}");
    }

    @Test
    void json_that_is_no_value_is_an_error_with_its_place() throws Exception {
        assumeThat(Jars.isLater()).as("later TLCs have a Json of their own").isFalse();
        Files.writeString(folder.resolve("bad.ndjson"), "{\"a\": 1}\n{\"a\": 1.5}\n");

        refused("EXTENDS Json", "ASSUME ndJsonDeserialize(\"" + folder + "/bad.ndjson\") = <<>>")
                .contains("bad.ndjson, line 2 has, at character 7, 1.5, which is no integer of at most 32 bits");
        refused("EXTENDS Json", "ASSUME JsonDeserialize(\"" + folder + "/none.json\") = <<>>")
                .contains("none.json cannot be used");
    }

    @Test
    void lines_of_values_are_written_counted_and_read() throws Exception {
        accepted("EXTENDS CSV, TLC", """
                File == "%s/f.csv"
                ASSUME CSVRecords(File) = 0 /\\ CSVWrite("%%1$s#%%2$s", <<1, "x">>, File)
                ASSUME CSVWriteRecord([b |-> 2, a |-> 1], "#", TRUE, File)
                ASSUME CSVRecords(File) = 3
                ASSUME CSVRead(<<"p", "q">>, "#", File)[3] = [p |-> "1", q |-> "2"]
                """.formatted(folder));

        assertThat(folder.resolve("f.csv")).hasContent("1#\"x\"\na#b\n1#2\n");
    }

    @Test
    void a_line_that_does_not_fit_the_columns_is_an_error() throws Exception {
        Files.writeString(folder.resolve("f.csv"), "1,2\n3\n");

        refused("EXTENDS CSV", "ASSUME CSVRead(<<\"a\", \"b\">>, \",\", \"" + folder + "/f.csv\") = <<>>")
                .contains("line 2 of")
                .contains("has 1");
    }

    @Test
    void text_and_binary_values_survive_a_file() throws Exception {
        accepted("EXTENDS IOUtils, TLC, Integers", """
                Write == [format |-> "TXT", charset |-> "UTF-8", openOptions |-> <<"WRITE", "CREATE">>]
                ASSUME Serialize("line", "%1$s/t.txt", Write).exitValue = 0
                ASSUME Deserialize("%1$s/t.txt", [format |-> "TXT", charset |-> "UTF-8"]).stdout = "line"
                ASSUME Deserialize("%1$s/none.txt", [format |-> "TXT", charset |-> "UTF-8"]).exitValue = 1
                ASSUME IOSerialize({1, 2}, "%1$s/v.bin", TRUE) /\\ IODeserialize("%1$s/v.bin", TRUE) = {1, 2}
                """.formatted(folder));
    }

    @Test
    void a_binary_value_can_be_read_by_another_tlc_that_has_never_seen_its_strings() throws Exception {
        accepted("EXTENDS IOUtils", "ASSUME IOSerialize([field |-> \"value\"], \"" + folder + "/v.bin\", FALSE)");

        accepted("EXTENDS IOUtils, Sequences, TLC", """
                Read == IODeserialize("%s/v.bin", FALSE)
                ASSUME \\A name \\in DOMAIN Read : Len(name) = 5 /\\ Len(Read[name]) = 5
                """.formatted(folder));
    }

    @Test
    void what_the_binary_form_would_garble_is_an_error() throws Exception {
        Files.writeString(folder.resolve("v.json"), "\"\u2192\"");

        refused("EXTENDS IOUtils, Json", """
                ASSUME IOSerialize(JsonDeserialize("%1$s/v.json"), "%1$s/v.bin", TRUE)
                """.formatted(folder)).contains("keeps no characters beyond ASCII");
    }

    @Test
    void the_environment_is_a_record() throws Exception {
        Tlc.Result result = new Tlc(folder)
                .check("MCEnv", "EXTENDS IOUtils\nASSUME atoi(IOEnv.PORT) = 8080", "", Map.of("PORT", "8080"));

        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    private void accepted(String header, String text) throws Exception {
        Tlc.Result result = new Tlc(folder).check("MCFiles", header + "\n" + text);
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    private org.assertj.core.api.AbstractStringAssert<?> refused(String header, String text) throws Exception {
        return assertThat(new Tlc(folder).check("MCFiles", header + "\n" + text).output());
    }
}
