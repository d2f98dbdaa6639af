package dev.plumb.protocols.quorum.store;

import dev.plumb.protocols.quorum.store.Messages.Ask;
import dev.plumb.protocols.quorum.store.Messages.HandOff;
import dev.plumb.protocols.quorum.store.Messages.HandedOff;
import dev.plumb.protocols.quorum.store.Messages.Reported;
import dev.plumb.protocols.quorum.store.Messages.Store;
import dev.plumb.protocols.quorum.store.Messages.Stored;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;

/** A node that keeps the object: on disk what is written, in memory what is safe there. */
final class Home implements Node<Siblings, Siblings> {
    private static final ActionSite REPORT = ActionSite.of("Report");
    private static final ActionSite STORE = ActionSite.of("Store");
    private static final ActionSite HAND_OFF = ActionSite.of("HandOff");

    private final String id;
    private final Setup setup;

    /** What is safe on disk once a sync has ended. */
    sealed interface Written {
        /** What a client asked for. */
        record Kept(String client, int turn, Siblings siblings) implements Written {}

        /** What a spare has handed off. */
        record Taken(String spare, Hint hint) implements Written {}
    }

    Home(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    @Override
    public Siblings format() {
        return Siblings.NONE;
    }

    @Override
    public Siblings boot(Siblings disk) {
        return disk;
    }

    @Override
    public Step<Siblings, Siblings> deliver(State<Siblings, Siblings> state, String from, Message message) {
        if (message instanceof Ask ask) {
            return report(state, from, ask.turn());
        } else if (message instanceof Store store) {
            return keep(state, store.siblings(), new Written.Kept(from, store.turn(), store.siblings()));
        } else if (message instanceof HandOff handOff) {
            return keep(state, handOff.hint().siblings(), new Written.Taken(from, handOff.hint()));
        }
        throw new IllegalArgumentException(message + " is not for a home");
    }

    @SpecAction("Report")
    private Step<Siblings, Siblings> report(State<Siblings, Siblings> state, String client, int turn) {
        // [from |-> h, versions |-> stored[h]]
        return Step.to(state)
                .note(SpecStep.of(REPORT)
                        .arg("h", id)
                        .arg("c", client)
                        .arg("k", turn)
                        .state("stored", id, setup.inSpec(state.memory())))
                .send(client, new Reported(turn, state.memory()));
    }

    private Step<Siblings, Siblings> keep(State<Siblings, Siblings> state, Siblings more, Written write) {
        Step<Siblings, Siblings> written =
                Step.to(state.withDisk(kept(state.disk(), more))).sync((Record) write);
        return setup.bug() == Bug.FORGETFUL_HOME ? written.then(now -> safe(now, write)) : written;
    }

    /** {@code Kept(old, new) == Merged(old \cup new)}. */
    private Siblings kept(Siblings old, Siblings more) {
        return switch (setup.bug()) {
            case TIMESTAMPED_SIBLINGS -> old.orNewest(more);
            case STUBBORN_HOME -> old.orFollowers(more);
            default -> old.and(more);
        };
    }

    @Override
    public Step<Siblings, Siblings> synced(State<Siblings, Siblings> state, Record write) {
        return setup.bug() == Bug.FORGETFUL_HOME ? Step.to(state) : safe(state, (Written) write);
    }

    private Step<Siblings, Siblings> safe(State<Siblings, Siblings> state, Written write) {
        if (write instanceof Written.Kept kept) {
            return store(state, kept);
        }
        Written.Taken taken = (Written.Taken) write;
        // What it has already the spare may have forgotten: then this is no step.
        Step<Siblings, Siblings> step = state.memory().cover(taken.hint().siblings())
                ? Step.to(state)
                : handOff(state, taken.spare(), taken.hint().siblings());
        return step.send(taken.spare(), new HandedOff(taken.hint()));
    }

    @SpecAction("Store")
    private Step<Siblings, Siblings> store(State<Siblings, Siblings> state, Written.Kept asked) {
        // stored' = [stored EXCEPT ![h] = Kept(@, m.versions)]
        Siblings all = kept(state.memory(), asked.siblings());
        return Step.to(state.withMemory(all))
                .note(SpecStep.of(STORE)
                        .arg("h", id)
                        .arg("c", asked.client())
                        .arg("k", asked.turn())
                        .state("stored", id, setup.inSpec(all)))
                .send(asked.client(), new Stored(asked.turn()));
    }

    @SpecAction("HandOff")
    private Step<Siblings, Siblings> handOff(State<Siblings, Siblings> state, String spare, Siblings more) {
        // /\ \E hint \in hints[s] : hint.to = h
        // stored' = [stored EXCEPT ![h] = Kept(@, hint.versions)]
        Siblings all = kept(state.memory(), more);
        return Step.to(state.withMemory(all))
                .note(SpecStep.of(HAND_OFF).arg("s", spare).arg("h", id).state("stored", id, setup.inSpec(all)));
    }
}
