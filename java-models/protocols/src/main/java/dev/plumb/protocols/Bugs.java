package dev.plumb.protocols;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Planted bugs by their names on a command line: {@code HASTY_COMMIT} is {@code hasty-commit}. */
public final class Bugs {
    private Bugs() {}

    /** All names but that of no bug, which the first constant is. */
    public static List<String> names(Enum<?>[] bugs) {
        return Stream.of(bugs).skip(1).map(Bugs::name).toList();
    }

    /** The bug of that name. */
    public static <B extends Enum<B>> B named(Class<B> bugs, String name) {
        return Enum.valueOf(bugs, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String name(Enum<?> bug) {
        return bug.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
