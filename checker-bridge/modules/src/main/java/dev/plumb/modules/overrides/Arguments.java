package dev.plumb.modules.overrides;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tlc2.output.EC;
import tlc2.tool.EvalException;
import tlc2.value.impl.Enumerable;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import tlc2.value.impl.ValueEnumeration;

/** What operators expect of their arguments; anything else is an evaluation error that names it. */
final class Arguments {
    private Arguments() {}

    /** The elements of a finite set, each once, in TLC's order. */
    static List<Value> elements(Value set, String operator) {
        if (!(set instanceof Enumerable enumerable)) {
            throw unexpected(operator, "a finite set", set);
        }
        set.normalize();
        List<Value> elements = new ArrayList<>();
        ValueEnumeration all = enumerable.elements();
        for (Value element = all.nextElement(); element != null; element = all.nextElement()) {
            elements.add(element);
        }
        return elements;
    }

    static Value[] sequence(Value value, String operator) {
        if (value.toTuple() instanceof TupleValue tuple) {
            return tuple.elems;
        }
        throw unexpected(operator, "a sequence", value);
    }

    static FcnRcdValue function(Value value, String operator) {
        if (value.toFcnRcd() instanceof FcnRcdValue function) {
            return function;
        }
        throw unexpected(operator, "a function", value);
    }

    /** The arguments that a function takes, in TLC's order. */
    static Stream<Value> domain(FcnRcdValue function) {
        function.normalize();
        return Arrays.stream(function.getDomainAsValues());
    }

    static Value at(FcnRcdValue function, Value argument) {
        Value found = function.select(argument);
        if (found == null) {
            throw error("The function " + function + " is applied to " + argument + ", which is not in its domain.");
        }
        return found;
    }

    static Value field(FcnRcdValue record, String name) {
        return at(record, new StringValue(name));
    }

    /** A function's values by the text of their arguments: TLC's own order of fields depends on which it saw first. */
    static SortedMap<String, Value> fields(Value value, String operator) {
        FcnRcdValue function = function(value, operator);
        Value[] domain = function.getDomainAsValues();
        SortedMap<String, Value> fields = new TreeMap<>();
        for (int i = 0; i < domain.length; i++) {
            fields.put(text(domain[i]), function.values[i]);
        }
        return fields;
    }

    /** A string's characters; of any other value what TLC prints. */
    static String text(Value value) {
        return value instanceof StringValue string ? string.val.toString() : value.toString();
    }

    static String string(Value value, String operator) {
        if (value instanceof StringValue string) {
            return string.val.toString();
        }
        throw unexpected(operator, "a string", value);
    }

    static int number(Value value, String operator) {
        if (value instanceof IntValue number) {
            return number.val;
        }
        throw unexpected(operator, "a number", value);
    }

    static EvalException unexpected(String operator, String expected, Value seen) {
        return error(operator + " expects " + expected + ", but got " + seen + ".");
    }

    static EvalException error(String message) {
        return new EvalException(EC.GENERAL, message);
    }
}
