package dev.plumb.protocols.commit.twophase;

import dev.plumb.protocols.SpecValues;
import dev.plumb.simulation.Input;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.NodeFactory;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the nodes by name: {@link Setup#COORDINATOR} is the coordinator, every other one a resource manager. */
public final class TwoPhaseNodes implements NodeFactory {
    @Override
    public Node<?, ?> node(String name, List<String> arguments) {
        Setup setup = Setup.parse(arguments);
        return name.equals(Setup.COORDINATOR) ? new Coordinator(setup) : new ResourceManager(name, setup);
    }

    @Override
    public List<Input.Call> calls(String name, List<String> arguments) {
        return Setup.parse(arguments).workload().entrySet().stream()
                .flatMap(client -> client.getValue().stream()
                        .filter(call -> call.node().equals(name))
                        .map(call -> new Input.Call(client.getKey(), call.operation())))
                .toList();
    }

    @Override
    public TraceHeader header(List<String> arguments) {
        SortedMap<String, TlaValue> constants = new TreeMap<>();
        constants.put("RM", SpecValues.set(Setup.parse(arguments).resourceManagers()));
        return TraceHeader.of("TwoPhase").withConstants(constants);
    }
}
