/**
 * A store of the Dynamo kind (DeCandia and others, 2007): quorums of R and W among N homes, versions with vector clocks,
 * siblings, read repair and hinted handoff. The specification is {@code specs/quorum/store}.
 */
@NullMarked
package dev.plumb.protocols.quorum.store;

import org.jspecify.annotations.NullMarked;
