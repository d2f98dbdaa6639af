package dev.plumb.core;

import dev.plumb.traces.Source;

/**
 * One respect in which a result is not as expected.
 *
 * @param what is compared: {@code outcome}, {@code distinct states}, {@code action Lose}
 * @param place where the expectation stands, in a manifest
 */
public record Difference(String what, String expected, String found, Source place) {
    /** {@code distinct states: expected 11, found 10 (specs/lease/manifest.json:12)}. */
    public String text() {
        return what + ": expected " + expected + ", found " + found + " (" + place + ")";
    }
}
