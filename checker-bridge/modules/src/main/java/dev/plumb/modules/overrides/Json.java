package dev.plumb.modules.overrides;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** JSON, in files and as strings. */
public final class Json {
    private static final String MODULE = "Json";

    private Json() {}

    @TLAPlusOperator(identifier = "ToJson", module = MODULE, warn = false)
    public static Value toJson(Value value) {
        return new StringValue(JsonText.of(value));
    }

    @TLAPlusOperator(identifier = "ToJsonArray", module = MODULE, warn = false)
    public static Value toJsonArray(Value value) {
        return new StringValue(JsonText.array(value));
    }

    @TLAPlusOperator(identifier = "ToJsonObject", module = MODULE, warn = false)
    public static Value toJsonObject(Value value) {
        return new StringValue(JsonText.object(value));
    }

    @TLAPlusOperator(identifier = "JsonSerialize", module = MODULE, warn = false)
    public static Value write(Value file, Value value) {
        return write(UserFile.named(file, "JsonSerialize"), JsonText.of(value));
    }

    @TLAPlusOperator(identifier = "ndJsonSerialize", module = MODULE, warn = false)
    public static Value writeLines(Value file, Value values) {
        String lines = Arrays.stream(Arguments.sequence(values, "ndJsonSerialize"))
                .map(JsonText::of)
                .collect(joining("\n"));
        return write(UserFile.named(file, "ndJsonSerialize"), lines);
    }

    private static Value write(UserFile file, String text) {
        file.with(path -> Files.writeString(path, text + "\n", StandardCharsets.UTF_8));
        return BoolValue.ValTrue;
    }

    @TLAPlusOperator(identifier = "JsonDeserialize", module = MODULE, warn = false)
    public static Value read(Value file) {
        UserFile source = UserFile.named(file, "JsonDeserialize");
        String text = source.with(path -> Files.readString(path, StandardCharsets.UTF_8));
        return new JsonReader(text, source.path().toString()).read();
    }

    @TLAPlusOperator(identifier = "ndJsonDeserialize", module = MODULE, warn = false)
    public static Value readLines(Value file) {
        UserFile source = UserFile.named(file, "ndJsonDeserialize");
        List<String> lines = source.with(path -> Files.readAllLines(path, StandardCharsets.UTF_8));
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                values.add(new JsonReader(lines.get(i), source.path() + ", line " + (i + 1)).read());
            }
        }
        return new TupleValue(values.toArray(Value[]::new));
    }
}
