package dev.plumb.simulation.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.simulation.Message;
import dev.plumb.simulation.world.Link;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldOptions.Network;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.simulation.world.WorldState.InFlight;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

class WorldSystemTest {
    private record Hello(int number) implements Message {}

    private static WorldState state(Message... messages) {
        TreePVector<InFlight> underWay = TreePVector.empty();
        for (Message message : messages) {
            underWay = underWay.plus(new InFlight(message, 0));
        }
        return new WorldState(
                TreePMap.empty(),
                TreePMap.singleton(new Link("a", "b"), underWay),
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty(),
                0);
    }

    private static long print(Network network, WorldState state) {
        WorldOptions options = WorldOptions.UNTIMED.with(network);
        return new WorldSystem(new World(TreePMap.empty(), options)).fingerprint(state);
    }

    @Test
    void the_order_of_messages_matters_only_where_they_arrive_in_it() {
        WorldState oneTwo = state(new Hello(1), new Hello(2));
        WorldState twoOne = state(new Hello(2), new Hello(1));
        assertThat(print(Network.REORDERING, oneTwo)).isEqualTo(print(Network.REORDERING, twoOne));
        assertThat(print(Network.GROWING, oneTwo)).isEqualTo(print(Network.GROWING, twoOne));
        assertThat(print(Network.FIFO, oneTwo)).isNotEqualTo(print(Network.FIFO, twoOne));
    }

    @Test
    void how_often_a_message_is_under_way_matters() {
        assertThat(print(Network.REORDERING, state(new Hello(1), new Hello(1))))
                .isNotEqualTo(print(Network.REORDERING, state(new Hello(1))));
    }

    /** The fingerprint is put together by hand: what a state has more than this is to be added to it. */
    @Test
    void a_state_has_the_components_that_its_fingerprint_knows() {
        assertThat(Arrays.stream(WorldState.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactly("nodes", "network", "blocked", "clients", "budget", "nowMillis");
    }
}
