package dev.plumb.simulation.clients;

import dev.plumb.simulation.Service;
import dev.plumb.simulation.explore.Monitor;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;

/** What goes along with behaviours of a world and says when clients have seen more than they are promised. */
public final class ServiceMonitor {
    private ServiceMonitor() {}

    public static Monitor<WorldState, ?> of(World world, Service service) {
        return service.isLinearizable()
                ? new LinearizableSoFar<>(world, service.object())
                : new HistorySoFar(world, service.model());
    }
}
