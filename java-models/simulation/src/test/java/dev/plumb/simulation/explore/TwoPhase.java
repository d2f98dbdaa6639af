package dev.plumb.simulation.explore;

import dev.plumb.refinement.TransitionSystem;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * {@code specs/commit/twophase/TwoPhase.tla}, word for word. Resource managers are numbered; a set of them is a bit for each.
 */
public final class TwoPhase implements TransitionSystem<TwoPhase.State> {
    public enum RmState {
        WORKING,
        PREPARED,
        COMMITTED,
        ABORTED
    }

    public enum TmState {
        INIT,
        COMMITTED,
        ABORTED
    }

    /**
     * The variables.
     *
     * @param promises in msgs: the senders of Prepared
     * @param commit whether that message is in msgs
     * @param abort whether that message is in msgs
     */
    public record State(
            List<RmState> rmState, TmState tmState, int tmPrepared, int promises, boolean commit, boolean abort) {

        /** The variables by name; msgs are records with the field {@code type}. */
        public SortedMap<String, TlaValue> inSpec() {
            List<TlaValue> msgs = new ArrayList<>();
            SortedMap<String, TlaValue> rms = new TreeMap<>();
            for (int rm = 0; rm < rmState.size(); rm++) {
                rms.put(name(rm), TlaValue.of(rmState.get(rm).name().toLowerCase(Locale.ROOT)));
                if ((promises >> rm & 1) == 1) {
                    msgs.add(TlaValue.record(Map.of("type", TlaValue.of("Prepared"), "rm", TlaValue.of(name(rm)))));
                }
            }
            if (commit) {
                msgs.add(TlaValue.record(Map.of("type", TlaValue.of("Commit"))));
            }
            if (abort) {
                msgs.add(TlaValue.record(Map.of("type", TlaValue.of("Abort"))));
            }
            return new TreeMap<>(Map.of(
                    "rmState", TlaValue.record(rms),
                    "tmState", TlaValue.of(tmState.name().toLowerCase(Locale.ROOT)),
                    "tmPrepared", TlaValue.set(names(tmPrepared)),
                    "msgs", TlaValue.set(msgs)));
        }

        private static List<TlaValue> names(int rms) {
            return IntStream.range(0, Integer.SIZE)
                    .filter(rm -> (rms >> rm & 1) == 1)
                    .mapToObj(rm -> TlaValue.of(name(rm)))
                    .toList();
        }

        private static String name(int rm) {
            return "r" + (rm + 1);
        }

        State withRm(int rm, RmState next) {
            RmState[] states = rmState.toArray(RmState[]::new);
            states[rm] = next;
            return new State(List.of(states), tmState, tmPrepared, promises, commit, abort);
        }

        /** No RM has committed while another one has aborted. */
        boolean consistent() {
            return !(rmState.contains(RmState.COMMITTED) && rmState.contains(RmState.ABORTED));
        }
    }

    private final int rms;

    public TwoPhase(int rms) {
        this.rms = rms;
    }

    @Override
    public List<State> initialStates() {
        return List.of(new State(Collections.nCopies(rms, RmState.WORKING), TmState.INIT, 0, 0, false, false));
    }

    @Override
    public void steps(State s, BiConsumer<Object, State> step) {
        boolean undecided = s.tmState == TmState.INIT;
        boolean allPrepared = s.tmPrepared == (1 << rms) - 1;
        if (undecided && allPrepared) {
            step.accept("TMCommit", new State(s.rmState, TmState.COMMITTED, s.tmPrepared, s.promises, true, s.abort));
        }
        if (undecided) {
            step.accept("TMAbort", new State(s.rmState, TmState.ABORTED, s.tmPrepared, s.promises, s.commit, true));
        }
        for (int rm = 0; rm < rms; rm++) {
            int self = 1 << rm;
            boolean working = s.rmState.get(rm) == RmState.WORKING;
            if (undecided && (s.promises & self) != 0) {
                step.accept(
                        "TMRcvPrepared",
                        new State(s.rmState, s.tmState, s.tmPrepared | self, s.promises, s.commit, s.abort));
            }
            if (working) {
                State prepared = s.withRm(rm, RmState.PREPARED);
                step.accept(
                        "RMPrepare",
                        new State(prepared.rmState, s.tmState, s.tmPrepared, s.promises | self, s.commit, s.abort));
                step.accept("RMChooseToAbort", s.withRm(rm, RmState.ABORTED));
            }
            if (s.commit) {
                step.accept("RMRcvCommitMsg", s.withRm(rm, RmState.COMMITTED));
            }
            if (s.abort) {
                step.accept("RMRcvAbortMsg", s.withRm(rm, RmState.ABORTED));
            }
        }
    }
}
