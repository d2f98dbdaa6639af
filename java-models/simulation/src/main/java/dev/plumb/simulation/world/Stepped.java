package dev.plumb.simulation.world;

/** A step of the world. */
public record Stepped(WorldState next, Happened happened) {}
