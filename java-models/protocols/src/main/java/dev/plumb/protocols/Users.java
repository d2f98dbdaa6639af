package dev.plumb.protocols;

import dev.plumb.simulation.Message;
import dev.plumb.simulation.world.ClientState;
import java.util.Collection;
import java.util.Map;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** Those who make the calls where the clients of a protocol are nodes of it: each client has a user. */
public final class Users {
    private Users() {}

    /**
     * The calls of a workload.
     *
     * @param calls what each user calls, by the client's name
     */
    public static PSortedMap<String, PVector<ClientState.Call>> calling(
            Map<String, ? extends Collection<? extends Message>> calls) {
        PSortedMap<String, PVector<ClientState.Call>> workload = TreePMap.empty();
        for (var ofClient : calls.entrySet()) {
            PVector<ClientState.Call> made = TreePVector.empty();
            for (Message call : ofClient.getValue()) {
                made = made.plus(new ClientState.Call(ofClient.getKey(), call));
            }
            workload = workload.plus("user of " + ofClient.getKey(), made);
        }
        return workload;
    }
}
