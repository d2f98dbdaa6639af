package dev.plumb.protocols.commit.twophase;

import dev.plumb.simulation.Node;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.simulation.world.Link;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * What all nodes know from the start.
 *
 * @param resourceManagers their names: the constant RM of the specification
 * @param transactions their names, in the order in which they begin; each is a run of its own in the trace
 * @param refusals {@code tx/rm} for each transaction that a client asks a resource manager to abort
 */
public record Setup(
        SortedSet<String> resourceManagers, List<String> transactions, SortedSet<String> refusals, Bug bug) {

    /** The node that the specification calls the transaction manager. */
    public static final String COORDINATOR = "tm";

    /** Three resource managers; every third transaction is refused, by one after the other. */
    public static Setup ofThree(int transactions, Bug bug) {
        List<String> rms = List.of("r1", "r2", "r3");
        return new Setup(
                new TreeSet<>(rms),
                IntStream.rangeClosed(1, transactions).mapToObj(i -> "tx-" + i).toList(),
                IntStream.rangeClosed(1, transactions / 3)
                        .mapToObj(i -> "tx-" + 3 * i + "/" + rms.get(i % rms.size()))
                        .collect(TreeSet::new, TreeSet::add, TreeSet::addAll),
                bug);
    }

    /** One transaction, which may be refused by each of them. */
    public static Setup ofOne(int resourceManagers, Bug bug) {
        SortedSet<String> rms = new TreeSet<>();
        SortedSet<String> refusals = new TreeSet<>();
        for (int i = 1; i <= resourceManagers; i++) {
            rms.add("r" + i);
            refusals.add("tx-1/r" + i);
        }
        return new Setup(rms, List.of("tx-1"), refusals, bug);
    }

    /** The nodes by name. */
    public PSortedMap<String, Node<?, ?>> nodes() {
        PSortedMap<String, Node<?, ?>> nodes = TreePMap.empty();
        nodes = nodes.plus(COORDINATOR, new Coordinator(this));
        for (String rm : resourceManagers) {
            nodes = nodes.plus(rm, new ResourceManager(rm, this));
        }
        return nodes;
    }

    /** What clients call: each refusal is wanted by a client of its own. */
    public PSortedMap<String, PVector<ClientState.Call>> workload() {
        PSortedMap<String, PVector<ClientState.Call>> workload = TreePMap.empty();
        for (String refusal : refusals) {
            String tx = refusal.substring(0, refusal.indexOf('/'));
            String rm = refusal.substring(refusal.indexOf('/') + 1);
            ClientState.Call call = new ClientState.Call(rm, new Messages.Refuse(tx));
            workload = workload.plus("client of " + refusal, TreePVector.singleton(call));
        }
        return workload;
    }

    /** What a Byzantine coordinator may tell each resource manager: either outcome. Two-phase commit does not survive that. */
    List<World.Forgery> forgeries() {
        List<World.Forgery> forgeries = new ArrayList<>();
        for (String tx : transactions) {
            for (String rm : resourceManagers) {
                Link link = new Link(COORDINATOR, rm);
                forgeries.add(new World.Forgery(link, new Messages.Commit(tx)));
                forgeries.add(new World.Forgery(link, new Messages.Abort(tx)));
            }
        }
        return forgeries;
    }

    /** This setup in a world of that kind. */
    public World world(WorldOptions options) {
        return new World(nodes(), workload(), forgeries(), options);
    }

    /** This setup as arguments of a program; {@link #parse} reads them. */
    List<String> arguments() {
        return List.of(
                String.join(",", resourceManagers),
                String.join(",", transactions),
                String.join(",", refusals),
                bug.name());
    }

    static Setup parse(List<String> arguments) {
        return new Setup(
                new TreeSet<>(names(arguments.get(0))),
                names(arguments.get(1)),
                new TreeSet<>(names(arguments.get(2))),
                Bug.valueOf(arguments.get(3)));
    }

    private static List<String> names(String joined) {
        return Arrays.stream(joined.split(",", 0))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
