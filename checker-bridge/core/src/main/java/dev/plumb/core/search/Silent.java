package dev.plumb.core.search;

import java.util.List;

/**
 * Steps that a program takes without recording them.
 *
 * @param actions whose steps they may be
 * @param max how many of them may come before each event; none is looked for after the last one
 */
public record Silent(List<String> actions, int max) {
    /** Each step of the spec has its event. */
    public static final Silent NONE = new Silent(List.of(), 0);
}
