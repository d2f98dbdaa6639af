package dev.plumb.traces;

import static dev.plumb.traces.TraceFiles.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    private static Map<String, Json> at(String... path) throws IOException {
        Path file = Path.of("docs/trace.schema.json");
        Json json = Json.parse(Files.readAllBytes(file), new Source(file.toString(), 0));
        for (String key : path) {
            json = ((Json.Obj) json).fields().get(key);
        }
        return ((Json.Obj) json).fields();
    }

    private static String keysOf(String kind) throws IOException {
        return "Known: " + String.join(", ", at("$defs", kind, "properties").keySet()) + ".";
    }

    @Test
    void the_schema_has_the_keys_that_the_reader_knows(@TempDir Path folder) throws IOException {
        new TraceFiles(folder).file("a.ndjson", "{'plumb':1,'!':1}").areRejected("T12", "a.ndjson:1", keysOf("header"));
        new TraceFiles(folder).file("a.ndjson", HEADER, "{'!':1}").areRejected("T12", "a.ndjson:2", keysOf("event"));
    }

    @Test
    void the_schema_is_of_the_version_that_the_reader_knows() throws IOException {
        assertThat(at("$defs", "header", "properties", "plumb"))
                .containsEntry("const", new Json.Num(String.valueOf(Fields.VERSION)));
    }
}
