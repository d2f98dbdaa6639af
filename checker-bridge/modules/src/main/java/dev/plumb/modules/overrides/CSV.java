package dev.plumb.modules.overrides;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** Files of lines of values. */
public final class CSV {
    private static final String MODULE = "CSV";

    private CSV() {}

    @TLAPlusOperator(identifier = "CSVWrite", module = MODULE, warn = false)
    public static synchronized Value write(Value template, Value values, Value file) {
        Object[] texts = Arrays.stream(Arguments.sequence(values, "CSVWrite"))
                .map(Value::toString)
                .toArray();
        UserFile.named(file, "CSVWrite").append(format(Arguments.string(template, "CSVWrite"), texts));
        return BoolValue.ValTrue;
    }

    private static String format(String template, Object... texts) {
        try {
            return String.format(Locale.ROOT, template, texts);
        } catch (IllegalFormatException e) {
            throw Arguments.error("CSVWrite cannot fill the template " + template + ": " + e.getMessage());
        }
    }

    @TLAPlusOperator(identifier = "CSVWriteRecord", module = MODULE, warn = false)
    public static synchronized Value writeRecord(Value record, Value delimiter, Value headers, Value file) {
        SortedMap<String, Value> fields = Arguments.fields(record, "CSVWriteRecord");
        UserFile target = UserFile.named(file, "CSVWriteRecord");
        String between = Arguments.string(delimiter, "CSVWriteRecord");
        if (headers.equals(BoolValue.ValTrue)) {
            target.append(String.join(between, fields.keySet()));
        }
        target.append(fields.values().stream().map(Value::toString).collect(joining(between)));
        return BoolValue.ValTrue;
    }

    @TLAPlusOperator(identifier = "CSVRead", module = MODULE, warn = false)
    public static synchronized Value read(Value columns, Value delimiter, Value file) {
        UniqueString[] names = Arrays.stream(Arguments.sequence(columns, "CSVRead"))
                .map(name -> UniqueString.uniqueStringOf(Arguments.string(name, "CSVRead")))
                .toArray(UniqueString[]::new);
        UserFile source = UserFile.named(file, "CSVRead");
        String between = Pattern.quote(Arguments.string(delimiter, "CSVRead"));
        List<Value> records = new ArrayList<>();
        for (String line : source.lines()) {
            Value[] values =
                    Stream.of(line.split(between, -1)).map(StringValue::new).toArray(Value[]::new);
            if (values.length != names.length) {
                throw Arguments.error("CSVRead expects " + names.length + " values in a line, but line "
                        + (records.size() + 1) + " of " + source.path() + " has " + values.length + ".");
            }
            records.add(new RecordValue(names.clone(), values, false));
        }
        return new TupleValue(records.toArray(Value[]::new));
    }

    @TLAPlusOperator(identifier = "CSVRecords", module = MODULE, warn = false)
    public static synchronized Value count(Value file) {
        return IntValue.gen(UserFile.named(file, "CSVRecords").lines().size());
    }
}
