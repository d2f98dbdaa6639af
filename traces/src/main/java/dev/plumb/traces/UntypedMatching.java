package dev.plumb.traces;

import dev.plumb.traces.TlaValue.Fn;
import dev.plumb.traces.TlaValue.Model;
import dev.plumb.traces.TlaValue.SetOf;
import dev.plumb.traces.TlaValue.Str;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Values in JSON without types, as TLC writes it: sets and sequences are arrays, model values strings, keys text. */
final class UntypedMatching {
    private UntypedMatching() {}

    static List<Difference> differences(String path, TlaValue seen, TlaValue actual) {
        if (seen instanceof Fn s && actual instanceof Fn a) {
            Optional<Map<TlaValue, TlaValue>> byIndex = byIndexOf(a, s);
            if (byIndex.isPresent()) {
                List<Difference> differences = new ArrayList<>();
                byIndex.get()
                        .forEach((index, value) -> differences.addAll(differences(
                                Index.path(path, index), value, a.apply(index).orElseThrow())));
                return differences;
            }
        }
        return isSame(seen, actual) ? List.of() : List.of(new Difference(path, seen.toString(), actual.toString()));
    }

    /** What was seen at each index of {@code actual}; empty if its indices are others. */
    private static Optional<Map<TlaValue, TlaValue>> byIndexOf(Fn actual, Fn seen) {
        Map<TlaValue, TlaValue> byIndex = new TreeMap<>();
        for (TlaValue index : actual.entries().keySet()) {
            seen.apply(index)
                    .or(() -> seen.apply(TlaValue.of(text(index))))
                    .ifPresent(value -> byIndex.put(index, value));
        }
        boolean isAll = byIndex.size() == actual.entries().size()
                && byIndex.size() == seen.entries().size();
        return isAll ? Optional.of(byIndex) : Optional.empty();
    }

    private static String text(TlaValue atom) {
        return atom instanceof Str string ? string.value() : atom.toString();
    }

    private static boolean isSame(TlaValue seen, TlaValue actual) {
        if (actual instanceof SetOf set) {
            return seen instanceof Fn fn && fn.isTuple() && isSame(fn.entries().values(), set.elements());
        } else if (actual instanceof Fn || seen instanceof Fn) {
            return seen instanceof Fn s
                    && actual instanceof Fn a
                    && byIndexOf(a, s).isPresent()
                    && differences("", seen, actual).isEmpty();
        }
        return seen.equals(actual)
                || (seen instanceof Str string
                        && actual instanceof Model atom
                        && string.value().equals(atom.name()));
    }

    private static boolean isSame(Collection<TlaValue> seen, Collection<TlaValue> elements) {
        return seen.size() == elements.size()
                && elements.stream().allMatch(element -> seen.stream().anyMatch(each -> isSame(each, element)))
                && seen.stream().allMatch(each -> elements.stream().anyMatch(element -> isSame(each, element)));
    }
}
