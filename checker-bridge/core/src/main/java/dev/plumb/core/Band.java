package dev.plumb.core;

import java.util.OptionalLong;

/** Which values of a number are fine, ends included; without an end, any in that direction. */
public record Band(OptionalLong min, OptionalLong max) {
    static final Band ANY = new Band(OptionalLong.empty(), OptionalLong.empty());

    static Band exactly(long number) {
        return new Band(OptionalLong.of(number), OptionalLong.of(number));
    }

    public boolean isAny() {
        return equals(ANY);
    }

    public boolean isExact() {
        return min.isPresent() && min.equals(max);
    }

    boolean contains(long number) {
        return (min.isEmpty() || number >= min.getAsLong()) && (max.isEmpty() || number <= max.getAsLong());
    }

    boolean isEmpty() {
        return min.isPresent() && max.isPresent() && min.getAsLong() > max.getAsLong();
    }

    /** {@code 288}, {@code 200 to 300}, {@code at least 200}, {@code at most 300}, {@code any}. */
    @Override
    public String toString() {
        if (isAny()) {
            return "any";
        } else if (max.isEmpty()) {
            return "at least " + min.getAsLong();
        } else if (min.isEmpty()) {
            return "at most " + max.getAsLong();
        }
        return isExact() ? Long.toString(min.getAsLong()) : min.getAsLong() + " to " + max.getAsLong();
    }
}
