package dev.plumb.simulation.clients;

import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.histories.objects.SequentialSpec;
import dev.plumb.histories.order.SequentialConsistency;
import dev.plumb.histories.registers.EventualConvergence;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.ClientAnswer;
import dev.plumb.simulation.ClientCall;
import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.Nothing;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.Service;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * A protocol for tests: clients write on a notice board and read it from readers, who ask the board. With its bugs they show the
 * copy that they got when somebody wrote last, as far as they know; or say nothing; or are given no copies; or the board falls
 * down at the second note, or calls its steps by a name that its specification has not.
 */
public class Board implements Protocol {
    private static final String BOARD = "board";
    private static final TlaValue EMPTY = TlaValue.of(0);
    private static final String MISNAMED = "misnamed-step";
    private static final String FRAGILE = "fragile-reader";

    record Write(int value) implements ClientCall {
        @Override
        public Invocation invocation() {
            return Invocation.of("write", TlaValue.of(value));
        }
    }

    /** The reads of a client are numbered, so that an answer is not taken for that to another one. */
    record Read(int number) implements ClientCall {
        @Override
        public Invocation invocation() {
            return Invocation.of("read");
        }
    }

    record Written() implements ClientAnswer {
        @Override
        public Heard heard() {
            return Heard.DONE;
        }
    }

    record Value(int value) implements ClientAnswer {
        @Override
        public Heard heard() {
            return Heard.of(TlaValue.of(value));
        }
    }

    /** To a reader: somebody has written this. */
    record Posted(int value) implements Message {}

    /** From a reader: what stands there? */
    record Ask(String client, int number) implements Message {}

    record Told(Ask asked, int value) implements Message {}

    /** What is being written down, and for whom. */
    record Draft(String client, int value) {}

    record Wall(List<String> readers, String bug) implements Node<Integer, Integer> {
        @Override
        public Integer format() {
            return 0;
        }

        @Override
        public Integer boot(Integer disk) {
            return disk;
        }

        @Override
        public Step<Integer, Integer> call(State<Integer, Integer> state, String client, Message operation) {
            int value = ((Write) operation).value();
            return Step.to(state.withDisk(value)).sync(new Draft(client, value));
        }

        @Override
        public Step<Integer, Integer> synced(State<Integer, Integer> state, Record write) {
            Draft draft = (Draft) write;
            if (bug.equals("falls-down") && draft.value() == 2) {
                throw new IllegalStateException("the board falls down");
            }
            return Step.to(state.withMemory(draft.value()))
                    .note(SpecStep.of(bug.equals(MISNAMED) ? "Pin" : "Post")
                            .arg("v", draft.value())
                            .state("value", draft.value()))
                    .send(bug.equals("no-copies") ? List.of() : readers, new Posted(draft.value()))
                    .reply(draft.client(), new Written());
        }

        @Override
        public Step<Integer, Integer> deliver(State<Integer, Integer> state, String from, Message message) {
            return Step.to(state).send(from, new Told((Ask) message, state.memory()));
        }
    }

    /** The copy, and which read has not been answered. */
    record Desk(int copy, int open) {}

    record Reader(String id, String bug) implements Node<Nothing, Desk> {
        @Override
        public Nothing format() {
            return Nothing.NOTHING;
        }

        @Override
        public Desk boot(Nothing disk) {
            return new Desk(0, 0);
        }

        @Override
        public Step<Nothing, Desk> call(State<Nothing, Desk> state, String client, Message operation) {
            int number = ((Read) operation).number();
            return bug.equals("stale-read")
                    ? Step.to(state).reply(client, new Value(state.memory().copy()))
                    : Step.to(state.withMemory(new Desk(state.memory().copy(), number)))
                            .send(BOARD, new Ask(client, number));
        }

        @Override
        public Step<Nothing, Desk> deliver(State<Nothing, Desk> state, String from, Message message) {
            if (message instanceof Told told) {
                return bug.equals("mute-reader")
                                || told.asked().number() != state.memory().open()
                        ? Step.to(state)
                        : Step.to(state).reply(told.asked().client(), new Value(told.value()));
            }
            int value = ((Posted) message).value();
            if (bug.equals(FRAGILE) && id.equals("r2")) {
                throw new IllegalStateException("the desk breaks under " + value);
            }
            return Step.to(state.withMemory(new Desk(value, state.memory().open())))
                    .note(SpecStep.of("Copy").arg("r", id).state("copies", id, TlaValue.of(value)));
        }
    }

    @Override
    public String name() {
        return "board";
    }

    @Override
    public List<String> bugs() {
        return List.of("stale-read", "mute-reader", "no-copies", "falls-down", MISNAMED);
    }

    @Override
    public Deployment deploy(int nodes, String bug) {
        List<String> readers = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            readers.add("r" + i);
        }
        PSortedMap<String, Node<?, ?>> all = TreePMap.empty();
        all = all.plus(BOARD, new Wall(readers, bug));
        PSortedMap<String, PVector<ClientState.Call>> workload = TreePMap.empty();
        workload = workload.plus("writer", calls(BOARD, new Write(1), new Write(2)));
        for (String reader : readers) {
            all = all.plus(reader, new Reader(reader, bug));
            workload = workload.plus("client of " + reader, calls(reader, new Read(1), new Read(2)));
        }
        return new Deployment(all, workload, List.of(), List.of(), state -> inSpec(readers, state), header(readers))
                .forgetting("copies")
                .serving(service())
                .sometimes("a copy is made", state -> readers.stream().anyMatch(reader -> copy(reader, state) > 0))
                .eventually("all calls are over", WorldState::allAnswered)
                .fair(WorldSystem.progress());
    }

    Service service() {
        return Service.linearizable(KnownObjects.register(EMPTY));
    }

    /** The same board, which promises less. */
    public static final class Sequential extends Board {
        @Override
        public String name() {
            return "sequential-board";
        }

        @Override
        Service service() {
            SequentialSpec<TlaValue> register = KnownObjects.register(EMPTY);
            return new Service(register, new SequentialConsistency<>(register));
        }
    }

    /** A board whose second reader breaks when it is given a copy. */
    public static final class Fragile extends Board {
        @Override
        public String name() {
            return "fragile-board";
        }

        @Override
        public Deployment deploy(int nodes, String bug) {
            return super.deploy(nodes, FRAGILE);
        }
    }

    /** A board whose steps cannot be judged, whatever is planted in it. */
    public static final class Misnamed extends Board {
        @Override
        public String name() {
            return "misnamed-board";
        }

        @Override
        public Deployment deploy(int nodes, String bug) {
            return super.deploy(nodes, MISNAMED);
        }
    }

    /** The same board, which promises next to nothing. */
    public static final class Eventual extends Board {
        @Override
        public String name() {
            return "eventual-board";
        }

        @Override
        Service service() {
            return new Service(KnownObjects.register(EMPTY), new EventualConvergence(EMPTY));
        }
    }

    private static PVector<ClientState.Call> calls(String node, ClientCall... operations) {
        PVector<ClientState.Call> calls = TreePVector.empty();
        for (ClientCall operation : operations) {
            calls = calls.plus(new ClientState.Call(node, operation));
        }
        return calls;
    }

    private static int copy(String reader, WorldState state) {
        return state.memory(reader, Desk.class).copy();
    }

    /** What was posted the nodes do not keep. */
    private static SortedMap<String, TlaValue> inSpec(List<String> readers, WorldState state) {
        SortedMap<String, TlaValue> copies = new TreeMap<>();
        readers.forEach(reader -> copies.put(reader, TlaValue.of(copy(reader, state))));
        SortedMap<String, TlaValue> variables = new TreeMap<>();
        variables.put("value", TlaValue.of(state.memory(BOARD, Integer.class)));
        variables.put("copies", TlaValue.record(copies));
        return variables;
    }

    private static TraceHeader header(List<String> readers) {
        SortedMap<String, TlaValue> constants = new TreeMap<>();
        constants.put("Readers", TlaValue.setOf(readers.toArray(String[]::new)));
        return TraceHeader.of("Board").withConstants(constants);
    }
}
