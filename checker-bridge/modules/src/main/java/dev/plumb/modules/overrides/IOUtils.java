package dev.plumb.modules.overrides;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.ValueInputStream;
import tlc2.value.ValueOutputStream;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** Files and the environment. */
public final class IOUtils {
    private static final String MODULE = "IOUtils";

    private IOUtils() {}

    @TLAPlusOperator(identifier = "IOEnv", module = MODULE, warn = false)
    public static Value environment() {
        Map<String, String> all = new TreeMap<>(System.getenv());
        UniqueString[] names =
                all.keySet().stream().map(UniqueString::uniqueStringOf).toArray(UniqueString[]::new);
        return new RecordValue(
                names, all.values().stream().map(StringValue::new).toArray(Value[]::new), false);
    }

    @TLAPlusOperator(identifier = "atoi", module = MODULE, warn = false)
    public static Value number(Value text) {
        String digits = Arguments.string(text, "atoi");
        try {
            return IntValue.gen(Integer.parseInt(digits));
        } catch (NumberFormatException e) {
            throw Arguments.error("atoi expects an integer of at most 32 bits, but got \"" + digits + "\".");
        }
    }

    @TLAPlusOperator(identifier = "IOSerialize", module = MODULE, warn = false)
    public static Value writeBinary(Value value, Value file, Value compress) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(value.toString())) {
            throw Arguments.error("IOSerialize: TLC's binary form keeps no characters beyond ASCII, but got " + value);
        }
        return UserFile.named(file, "IOSerialize").with(path -> {
            ValueOutputStream out = new ValueOutputStream(path.toFile(), isTrue(compress));
            value.write(out);
            out.close();
            return BoolValue.ValTrue;
        });
    }

    @TLAPlusOperator(identifier = "IODeserialize", module = MODULE, warn = false)
    public static Value readBinary(Value file, Value compressed) {
        return UserFile.named(file, "IODeserialize").with(path -> {
            ValueInputStream in = new ValueInputStream(path.toFile(), isTrue(compressed));
            Value value = (Value) in.read(new Interned());
            in.close();
            return value;
        });
    }

    /** Strings as this TLC numbers them, those that it reads for the first time too. */
    private static final class Interned extends AbstractMap<String, UniqueString> {
        @Override
        public UniqueString get(Object text) {
            return UniqueString.uniqueStringOf((String) text);
        }

        @Override
        public Set<Map.Entry<String, UniqueString>> entrySet() {
            return Set.of();
        }
    }

    private static boolean isTrue(Value value) {
        return value.equals(BoolValue.ValTrue);
    }

    @TLAPlusOperator(identifier = "Serialize", module = MODULE, warn = false)
    public static Value writeText(Value text, Value file, Value options) {
        FcnRcdValue record = textOptions(options, "Serialize");
        OpenOption[] how = Arrays.stream(Arguments.sequence(Arguments.field(record, "openOptions"), "Serialize"))
                .map(name -> StandardOpenOption.valueOf(Arguments.string(name, "Serialize")))
                .toArray(OpenOption[]::new);
        String payload = Arguments.string(text, "Serialize");
        try {
            Files.writeString(UserFile.named(file, "Serialize").path(), payload, charset(record), how);
            return Programs.outcome(0, "", "");
        } catch (IOException e) {
            return Programs.outcome(1, "", e.toString());
        }
    }

    @TLAPlusOperator(identifier = "Deserialize", module = MODULE, warn = false)
    public static Value readText(Value file, Value options) {
        FcnRcdValue record = textOptions(options, "Deserialize");
        try {
            String text = Files.readString(UserFile.named(file, "Deserialize").path(), charset(record));
            return Programs.outcome(0, text, "");
        } catch (IOException e) {
            return Programs.outcome(1, "", e.toString());
        }
    }

    private static FcnRcdValue textOptions(Value options, String operator) {
        FcnRcdValue record = Arguments.function(options, operator);
        if (!Arguments.string(Arguments.field(record, "format"), operator).equals("TXT")) {
            throw Arguments.unexpected(operator, "the format \"TXT\"", Arguments.field(record, "format"));
        }
        return record;
    }

    private static Charset charset(FcnRcdValue options) {
        return Charset.forName(Arguments.string(Arguments.field(options, "charset"), "charset"));
    }
}
