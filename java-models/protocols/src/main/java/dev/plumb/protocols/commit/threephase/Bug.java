package dev.plumb.protocols.commit.threephase;

/** The faults that can be planted, each to be caught by a check. */
public enum Bug {
    /** The protocol as it should be. */
    NONE,
    /** The coordinator commits before all know that it is going to. */
    HASTY_COMMIT,
    /** A backup decides before it has brought the others to its own state. */
    LONE_BACKUP,
    /** A backup aborts whatever it knows. */
    TIMID_BACKUP,
    /** Whoever is brought to the state of a backup says so, and stays in its own. Harm takes two crashes. */
    STUBBORN_MEMBER
}
