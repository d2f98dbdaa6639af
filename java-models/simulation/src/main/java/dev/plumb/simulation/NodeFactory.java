package dev.plumb.simulation;

import dev.plumb.traces.TraceHeader;
import java.util.List;

/**
 * Makes the nodes of a protocol in JVMs of their own: a public class with a public constructor without parameters, so
 * that {@link NodeMain} can make it by name.
 */
public interface NodeFactory {

    /**
     * The node of this name.
     *
     * @param arguments what the cluster was started with, the same for all of its nodes
     */
    Node<?, ?> node(String name, List<String> arguments);

    /** What clients call at this node, at once when it has started. */
    default List<Input.Call> calls(String name, List<String> arguments) {
        return List.of();
    }

    /** What heads each node's trace file, but for the trace's name; the same for all of them. */
    TraceHeader header(List<String> arguments);
}
