package dev.plumb.protocols.quorum.abd;

import dev.plumb.protocols.quorum.abd.Messages.Ask;
import dev.plumb.protocols.quorum.abd.Messages.Reported;
import dev.plumb.protocols.quorum.abd.Messages.Store;
import dev.plumb.protocols.quorum.abd.Messages.Stored;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;

/** A replica: keeps the newest version, on disk what is written and in memory what is safe there. */
final class Replica implements Node<Version, Version> {
    private static final ActionSite REPORT = ActionSite.of("Report");
    private static final ActionSite STORE = ActionSite.of("Store");

    private final String id;
    private final Setup setup;

    /** Is safe on disk once a sync has ended. */
    record Kept(String client, int turn, Version version) {}

    Replica(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    @Override
    public Version format() {
        return Version.OLDEST;
    }

    @Override
    public Version boot(Version disk) {
        return disk;
    }

    @Override
    public Step<Version, Version> deliver(State<Version, Version> state, String from, Message message) {
        if (message instanceof Ask ask) {
            return report(state, from, ask.turn());
        } else if (message instanceof Store store) {
            return keep(state, new Kept(from, store.turn(), store.version()));
        }
        throw new IllegalArgumentException(message + " is not for a replica");
    }

    @SpecAction("Report")
    private Step<Version, Version> report(State<Version, Version> state, String client, int turn) {
        // [from |-> r, version |-> stored[r]]
        Version version = state.memory();
        return Step.to(state)
                .note(SpecStep.of(REPORT)
                        .arg("r", id)
                        .arg("c", setup.number(client))
                        .arg("k", turn)
                        .state("stored", id, version.inSpec()))
                .send(client, new Reported(turn, version));
    }

    private Step<Version, Version> keep(State<Version, Version> state, Kept kept) {
        Step<Version, Version> written =
                Step.to(state.withDisk(newer(state.disk(), kept.version()))).sync(kept);
        return setup.bug() == Bug.FORGETFUL_REPLICA ? written.then(now -> store(now, kept)) : written;
    }

    /** {@code IF Newer(m.version, @) THEN m.version ELSE @}. */
    private Version newer(Version mine, Version other) {
        boolean isTied = mine.num() == other.num() && setup.bug() == Bug.TIED_VERSIONS;
        return isTied ? mine : mine.or(other);
    }

    @Override
    public Step<Version, Version> synced(State<Version, Version> state, Record write) {
        return setup.bug() == Bug.FORGETFUL_REPLICA ? Step.to(state) : store(state, (Kept) write);
    }

    @SpecAction("Store")
    private Step<Version, Version> store(State<Version, Version> state, Kept kept) {
        // stored' = [stored EXCEPT ![r] = IF Newer(m.version, @) THEN m.version ELSE @]
        Version version = newer(state.memory(), kept.version());
        return Step.to(state.withMemory(version))
                .note(SpecStep.of(STORE)
                        .arg("r", id)
                        .arg("c", setup.number(kept.client()))
                        .arg("k", kept.turn())
                        .state("stored", id, version.inSpec()))
                .send(kept.client(), new Stored(kept.turn()));
    }
}
