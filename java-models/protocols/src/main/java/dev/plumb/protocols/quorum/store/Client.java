package dev.plumb.protocols.quorum.store;

import dev.plumb.protocols.quorum.store.Calling.Phase;
import dev.plumb.protocols.quorum.store.Messages.Ask;
import dev.plumb.protocols.quorum.store.Messages.Busy;
import dev.plumb.protocols.quorum.store.Messages.Done;
import dev.plumb.protocols.quorum.store.Messages.Found;
import dev.plumb.protocols.quorum.store.Messages.KeepHint;
import dev.plumb.protocols.quorum.store.Messages.Reported;
import dev.plumb.protocols.quorum.store.Messages.Store;
import dev.plumb.protocols.quorum.store.Messages.Stored;
import dev.plumb.protocols.quorum.store.Messages.Write;
import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecAction;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A client: coordinates its user's calls, one at a time. What it remembers across crashes are the numbers that it has used, of
 * calls and of writes, so that no reply is taken for that to another call and no clock is made twice. What it has seen it
 * forgets: its next write is a sibling of all but those of its own writes that had seen no other client's.
 */
final class Client implements Node<Client.Used, Calling> {
    private static final ActionSite BEGIN_READ = ActionSite.of("BeginRead");
    private static final ActionSite END_READ = ActionSite.of("EndRead");
    private static final ActionSite BEGIN_WRITE = ActionSite.of("BeginWrite");
    private static final ActionSite END_WRITE = ActionSite.of("EndWrite");
    private static final ActionSite CRASH = ActionSite.of("Crash");

    private final String id;
    private final Setup setup;

    /**
     * What is on disk.
     *
     * @param turn the number of the last call
     * @param writes how many writes it has made, the specification's {@code last[c]}
     */
    record Used(int turn, int writes) {}

    /** Is safe on disk once a sync has ended: the number of a call is in use. */
    record Begun(String user, Used used, Optional<String> written) {}

    /** Runs out when replies have not come for long: requests are sent again, and a spare is asked. */
    record Patience(int turn, int attempt) {}

    Client(String id, Setup setup) {
        this.id = id;
        this.setup = setup;
    }

    @Override
    public Used format() {
        return new Used(0, 0);
    }

    @Override
    public Calling boot(Used disk) {
        return Calling.after(disk.turn());
    }

    @Override
    public Step<Used, Calling> start(State<Used, Calling> state) {
        boolean isFirst = state.disk().turn() == 0;
        return isFirst ? Step.to(state) : crashed(state);
    }

    @SpecAction("Crash")
    private Step<Used, Calling> crashed(State<Used, Calling> state) {
        // /\ phase' = [phase EXCEPT ![c] = "idle"]
        // /\ seen' = [seen EXCEPT ![c] = {}]
        return Step.to(state).note(told(SpecStep.of(CRASH), state.memory()));
    }

    @Override
    public Step<Used, Calling> call(State<Used, Calling> state, String user, Message operation) {
        Used used = state.disk();
        if (!state.memory().isIdle() || used.turn() > state.memory().turn()) {
            return Step.to(state).reply(user, new Busy());
        }
        boolean isWrite = operation instanceof Write;
        Optional<String> written = isWrite ? Optional.of(((Write) operation).val()) : Optional.empty();
        Used next = new Used(used.turn() + 1, used.writes() + (isWrite ? 1 : 0));
        return Step.to(state.withDisk(next)).sync(new Begun(user, next, written));
    }

    @Override
    public Step<Used, Calling> synced(State<Used, Calling> state, Record write) {
        Begun begun = (Begun) write;
        return begun.written().isPresent()
                ? beginWrite(state, begun, begun.written().get())
                : beginRead(state, begun);
    }

    @SpecAction("BeginRead")
    private Step<Used, Calling> beginRead(State<Used, Calling> state, Begun begun) {
        // /\ phase' = [phase EXCEPT ![c] = "reading"]
        // /\ turn' = [turn EXCEPT ![c] = @ + 1]
        Calling calling = state.memory().reading(begun.user(), begun.used().turn());
        Step<Used, Calling> step = Step.to(state.withMemory(calling))
                .note(told(SpecStep.of(BEGIN_READ), calling).state("turn", id, calling.turn()))
                .send(setup.homes(), new Ask(calling.turn()));
        return patiently(step, new Patience(calling.turn(), 0));
    }

    @SpecAction("BeginWrite")
    private Step<Used, Calling> beginWrite(State<Used, Calling> state, Begun begun, String value) {
        // LET clock == [Joined(seen[c]) EXCEPT ![c] = Remembered(c) + 1]
        //     next  == [clock |-> clock, val |-> v]
        Siblings seen = state.memory().seen();
        int writes = setup.bug() == Bug.REUSED_CLOCK
                ? seen.clock().getOrDefault(id, 0) + 1
                : begun.used().writes();
        Version next = new Version(seen.clock().plus(id, writes), value);
        Calling calling = state.memory().writing(begun.user(), begun.used().turn(), next);
        Step<Used, Calling> step = Step.to(state.withMemory(calling))
                .note(told(SpecStep.of(BEGIN_WRITE), calling)
                        .arg("v", value)
                        .state("turn", id, calling.turn())
                        .state("last", id, writes))
                .send(setup.homes(), new Store(calling.turn(), calling.seen()));
        return patiently(step, new Patience(calling.turn(), 0));
    }

    @Override
    public Step<Used, Calling> deliver(State<Used, Calling> state, String from, Message message) {
        if (message instanceof Reported report) {
            return heard(state, from, report);
        } else if (message instanceof Stored stored) {
            return acknowledged(state, from, stored.turn());
        }
        throw new IllegalArgumentException(message + " is not for a client");
    }

    private Step<Used, Calling> heard(State<Used, Calling> state, String home, Reported report) {
        Calling calling = state.memory();
        if (report.turn() != calling.turn() || calling.phase() != Phase.READING) {
            return Step.to(state);
        }
        Calling more = calling.reported(home, report.siblings());
        State<Used, Calling> next = state.withMemory(more);
        // Cardinality({m.from : m \in S}) >= R
        return more.reports().size() >= setup.r() ? endRead(next) : Step.to(next);
    }

    @SpecAction("EndRead")
    private Step<Used, Calling> endRead(State<Used, Calling> state) {
        // /\ seen' = [seen EXCEPT ![c] = answer]
        // /\ requests' = requests \cup {[by |-> c, turn |-> turn[c], versions |-> answer]}
        Calling reading = state.memory();
        Siblings answer = reading.merged();
        Calling over = reading.read(answer);
        for (var report : reading.reports().entrySet()) {
            over = report.getValue().cover(answer) ? over.stored(report.getKey(), over.turn()) : over;
        }
        return Step.to(state.withMemory(over))
                .note(told(SpecStep.of(END_READ), over))
                .reply(reading.user(), new Found(answer))
                .send(lacking(over, over.turn()), new Store(over.turn(), answer)); // read repair
    }

    /** The homes of which it is not known that they have what the call of that turn has stored. */
    private SortedSet<String> lacking(Calling calling, int turn) {
        SortedSet<String> lacking = new TreeSet<>();
        if (!calling.requests().getOrDefault(turn, Siblings.NONE).isEmpty()) {
            lacking.addAll(setup.homes());
            lacking.removeAll(calling.stored(turn));
        }
        return lacking;
    }

    private Step<Used, Calling> acknowledged(State<Used, Calling> state, String node, int turn) {
        Calling calling = state.memory().stored(node, turn);
        State<Used, Calling> next = state.withMemory(calling);
        // IsSafe(c) == Cardinality({n \in acks[c] : Counts(n)}) >= W
        boolean isSafe = calling.stored(turn).stream().filter(setup::counts).count() >= setup.w();
        return isSafe && calling.isOpen(turn, Phase.WRITING) ? endWrite(next) : Step.to(next);
    }

    @SpecAction("EndWrite")
    private Step<Used, Calling> endWrite(State<Used, Calling> state) {
        // /\ phase' = [phase EXCEPT ![c] = "idle"]
        Calling over = state.memory().written();
        return Step.to(state.withMemory(over))
                .note(told(SpecStep.of(END_WRITE), over))
                .reply(state.memory().user(), new Done(over.seen()));
    }

    /** Waits, each time twice as long; in the end for ever. */
    private Step<Used, Calling> patiently(Step<Used, Calling> step, Patience patience) {
        return patience.attempt() < setup.retries()
                ? step.startTimer(patience, Setup.patienceMillis(patience.attempt()))
                : step;
    }

    /** Asks those again who have not replied. What a home lacks a spare is to keep for it, also when the call is over. */
    @Override
    public Step<Used, Calling> timer(State<Used, Calling> state, Record timer) {
        Calling calling = state.memory();
        Patience patience = (Patience) timer;
        int turn = patience.turn();
        Step<Used, Calling> step = Step.to(state);
        if (calling.isOpen(turn, Phase.READING)) {
            SortedSet<String> silent = new TreeSet<>(setup.homes());
            silent.removeAll(calling.reports().keySet());
            step = step.send(silent, new Ask(turn));
        }
        for (String home : lacking(calling, turn)) {
            Siblings siblings = Objects.requireNonNull(calling.requests().get(turn));
            Step<Used, Calling> again =
                    calling.isOpen(turn, Phase.WRITING) ? step.send(home, new Store(turn, siblings)) : step;
            step = again.send(setup.spares(), new KeepHint(turn, new Hint(home, siblings)));
        }
        return step.effects().isEmpty() ? step : patiently(step, new Patience(turn, patience.attempt() + 1));
    }

    /** The step with what all steps of a client tell. */
    private SpecStep told(SpecStep step, Calling after) {
        return step.arg("c", id)
                .state("phase", id, after.phase().inSpec())
                .state("seen", id, setup.inSpec(after.seen()));
    }
}
