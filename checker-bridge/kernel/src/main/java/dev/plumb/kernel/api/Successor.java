package dev.plumb.kernel.api;

/** A state that an action instance leads to. */
public record Successor(ActionInstance action, SpecState state) {}
