package dev.plumb.traces;

import dev.plumb.traces.TlaValue.Fn;
import dev.plumb.traces.TlaValue.Str;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Elements of the domain of a function, as traces and messages name them. */
public final class Index {
    private Index() {}

    /**
     * The element of the domain of {@code fn} whose TLA+ text {@code key} is; a string needs no quotes.
     *
     * @throws Problem if there are two, say {@code 1} and {@code "1"}
     */
    static Optional<TlaValue> named(String key, Fn fn) {
        return named(key, index -> fn.apply(index).isPresent());
    }

    /**
     * Whether a domain has an element with this text.
     *
     * @throws Problem if it has two, say {@code 1} and {@code "1"}
     */
    public static boolean isIn(Set<TlaValue> domain, String key) {
        return named(key, domain::contains).isPresent();
    }

    private static Optional<TlaValue> named(String key, Predicate<TlaValue> isIndex) {
        List<TlaValue> found = Stream.concat(Stream.of(TlaValue.of(key)), parsed(key).stream())
                .filter(isIndex)
                .toList();
        if (found.size() > 1) {
            throw TraceProblems.keyNamesTwoIndices(key, found.get(0), found.get(1));
        }
        return found.stream().findFirst();
    }

    /** The element of the domain that a value names: itself, else the one with the same text. */
    static Optional<TlaValue> named(TlaValue key, Fn fn) {
        return fn.entries().containsKey(key)
                ? Optional.of(key)
                : named(key instanceof Str s ? s.value() : key.toString(), fn);
    }

    static Optional<TlaValue> at(TlaValue value, TlaValue index) {
        return value instanceof Fn fn ? fn.apply(index) : Optional.empty();
    }

    /**
     * The path of what {@code path} has at {@code index}. The first index stands in brackets even where it is a field
     * name: a variable is a function of processes more often than it is a record.
     */
    static String path(String path, TlaValue index) {
        boolean isField = index instanceof Str s && TlaText.isIdentifier(s.value()) && !TlaText.isIdentifier(path);
        return isField ? path + "." + ((Str) index).value() : path + "[" + index + "]";
    }

    static Difference missing(String path, String key, String observed, Fn actual) {
        String domain = TlaValue.set(actual.entries().keySet()).toString();
        return new Difference(path + "[" + key + "]", observed, "no such index; the domain is " + domain);
    }

    private static Optional<TlaValue> parsed(String key) {
        try {
            return Optional.of(TlaText.parse(key));
        } catch (TlaSyntaxException e) {
            return Optional.empty();
        }
    }
}
