/**
 * A register kept by replicas after Attiya, Bar-Noy and Dolev, Sharing Memory Robustly in Message-Passing Systems (1995), with
 * several writers as by Lynch and Shvartsman (1997): each call asks a majority, and has a majority store what it returns.
 * The specification is {@code specs/quorum/abd}.
 */
@NullMarked
package dev.plumb.protocols.quorum.abd;

import org.jspecify.annotations.NullMarked;
