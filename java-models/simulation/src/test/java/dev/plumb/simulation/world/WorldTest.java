package dev.plumb.simulation.world;

import static dev.plumb.simulation.world.Chooser.DULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.simulation.Input;
import dev.plumb.simulation.world.Scripted.Disk;
import dev.plumb.simulation.world.Scripted.Done;
import dev.plumb.simulation.world.Scripted.Number;
import dev.plumb.simulation.world.WorldOptions.Network;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pcollections.PVector;

class WorldTest {
    private static final Link AB = new Link("a", "b");

    private World world = Scripted.world(WorldOptions.UNTIMED, 1, 2);
    private WorldState state = world.initial(DULL).next();

    private void in(WorldOptions options) {
        world = Scripted.world(options, 1, 2);
        state = world.initial(DULL).next();
    }

    private void take(Move... moves) {
        for (Move move : moves) {
            List<Move> possible = move instanceof Move.Faulty ? world.faults(state) : world.moves(state);
            assertThat(possible).contains(move);
            state = world.take(state, move, DULL).next();
        }
    }

    private void run() {
        Optional<Stepped> stepped = world.step(state, DULL);
        while (stepped.isPresent()) {
            state = stepped.get().next();
            stepped = world.step(state, DULL);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object> messagesAt(String node) {
        return ((PVector<Input>) state.node(node).memory())
                .stream()
                        .filter(Input.Deliver.class::isInstance)
                        .map(input -> (Object) ((Input.Deliver) input).message())
                        .toList();
    }

    @SuppressWarnings("unchecked")
    private Input lastAt(String node) {
        PVector<Input> all = (PVector<Input>) state.node(node).memory();
        return all.get(all.size() - 1);
    }

    @Test
    void without_faults_all_calls_are_made_and_all_messages_arrive() {
        run();

        assertThat(messagesAt("b")).containsExactly(new Number(1), new Number(2));
        assertThat(messagesAt("a")).containsExactly(new Done(1), new Done(2));
        assertThat(state.network()).isEmpty();
        assertThat(state.node("b").synced()).isEqualTo(new Disk(2, 2));
    }

    @Test
    void the_same_choices_lead_to_equal_states() {
        WorldState before = state;
        run();
        WorldState once = state;
        state = before;
        run();

        assertThat(state).isEqualTo(once).hasSameHashCodeAs(once).isNotEqualTo(before);
    }

    @Test
    void a_reordering_link_delivers_any_message_and_a_fifo_link_the_first_one() {
        take(new Move.Invoke("client"), new Move.Invoke("client"));
        assertThat(world.moves(state)).contains(new Move.Deliver(AB, 0), new Move.Deliver(AB, 1));

        in(WorldOptions.UNTIMED.with(Network.FIFO));
        take(new Move.Invoke("client"), new Move.Invoke("client"));
        assertThat(world.moves(state)).contains(new Move.Deliver(AB, 0)).doesNotContain(new Move.Deliver(AB, 1));
    }

    @Test
    void a_growing_link_delivers_again_what_was_ever_sent_and_holds_it_once() {
        in(WorldOptions.GROWING);
        take(new Move.Invoke("client"), new Move.Deliver(AB, 0), new Move.Deliver(AB, 0));

        assertThat(messagesAt("b")).containsExactly(new Number(1), new Number(1));
        assertThat(state.network().get(AB)).hasSize(1);
        assertThat(state.network().get(new Link("b", "a")))
                .as("of two that are equal")
                .hasSize(1);
    }

    @Test
    void in_a_growing_world_timers_run_out_again_and_the_last_call_is_made_again() {
        in(WorldOptions.GROWING);
        Move alarm = new Move.RunOut("a", new Scripted.Alarm().toString());
        take(new Move.Invoke("client"), new Move.Invoke("client"), new Move.Invoke("client"), alarm, alarm);

        assertThat(state.network().get(AB))
                .extracting(WorldState.InFlight::message)
                .containsExactly(new Number(1), new Number(2));
    }

    @Test
    void a_crash_loses_memory_timers_and_what_was_not_synced() {
        in(WorldOptions.UNTIMED.with(Fault.CRASH, 2));
        take(new Move.Invoke("client"), new Move.Deliver(AB, 0));
        assertThat(state.node("b").disk()).isEqualTo(new Disk(1, 1));

        take(new Move.Crash("b"), new Move.Restart("b"));
        assertThat(state.node("b").disk()).isEqualTo(new Disk(0, 0));
        assertThat(lastAt("b")).isEqualTo(new Input.Start());
        assertThat(state.node("b").syncs()).isEmpty();

        take(new Move.Crash("a"));
        assertThat(state.node("a").timers()).isEmpty();
        assertThat(state.budget()).as("both are spent").isEmpty();
    }

    @Test
    void what_is_synced_survives_a_crash() {
        in(WorldOptions.UNTIMED.with(Fault.CRASH, 1));
        take(new Move.Invoke("client"), new Move.Deliver(AB, 0), new Move.Sync("b"), new Move.Crash("b"));

        assertThat(state.node("b").disk()).isEqualTo(new Disk(1, 1));
    }

    @Test
    void to_a_node_that_is_down_or_paused_nothing_happens() {
        in(WorldOptions.UNTIMED.with(Fault.CRASH, 1).with(Fault.PAUSE, 1));
        take(new Move.Invoke("client"), new Move.Pause("b"));
        assertThat(world.moves(state)).doesNotContain(new Move.Deliver(AB, 0)).contains(new Move.Resume("b"));

        take(new Move.Resume("b"), new Move.Crash("b"));
        assertThat(world.moves(state)).doesNotContain(new Move.Deliver(AB, 0)).contains(new Move.Restart("b"));
    }

    @Test
    void a_torn_write_leaves_a_disk_that_was_never_written() {
        in(WorldOptions.UNTIMED.with(Fault.TORN_WRITE, 1));
        take(new Move.Invoke("client"), new Move.Deliver(AB, 0), new Move.Tear("b", 1));

        assertThat(state.node("b").disk()).isEqualTo(new Disk(1, 0));
    }

    @Test
    void a_lost_write_seems_synced_until_the_crash() {
        in(WorldOptions.UNTIMED.with(Fault.LOST_WRITE, 1).with(Fault.CRASH, 1));
        take(new Move.Invoke("client"), new Move.Deliver(AB, 0), new Move.LoseWrite("b"));
        assertThat(lastAt("b")).isEqualTo(new Input.Synced(new Scripted.Write(1)));

        take(new Move.Crash("b"));
        assertThat(state.node("b").disk()).isEqualTo(new Disk(0, 0));
    }

    @Test
    void a_sync_that_fails_says_why() {
        in(WorldOptions.UNTIMED.with(Fault.FULL_DISK, 1));
        take(new Move.Invoke("client"), new Move.Deliver(AB, 0), new Move.FailSync("b", Fault.FULL_DISK));

        assertThat(lastAt("b")).isEqualTo(new Input.SyncFailed(new Scripted.Write(1), Input.Cause.FULL_DISK));
        assertThat(state.node("b").synced()).isEqualTo(new Disk(0, 0));
    }

    @Test
    void a_link_is_blocked_in_one_direction_and_heals() {
        in(WorldOptions.UNTIMED.with(Fault.PARTITION, 1));
        take(new Move.Block(AB), new Move.Invoke("client"));
        assertThat(world.moves(state)).doesNotContain(new Move.Deliver(AB, 0));

        take(new Move.Heal(AB), new Move.Deliver(AB, 0));
        assertThat(messagesAt("b")).containsExactly(new Number(1));
    }

    @Test
    void messages_get_lost_and_arrive_twice() {
        in(WorldOptions.UNTIMED.with(Fault.LOSS, 1).with(Fault.DUPLICATE, 1));
        take(new Move.Invoke("client"), new Move.Duplicate(AB, 0), new Move.Deliver(AB, 0), new Move.Lose(AB, 0));

        assertThat(messagesAt("b")).containsExactly(new Number(1));
        assertThat(state.network()).doesNotContainKey(AB);
    }

    @Test
    void a_byzantine_node_sends_what_it_may_forge() {
        Number forged = new Number(666);
        World plain = Scripted.world(WorldOptions.UNTIMED.with(Fault.FORGE, 1));
        world = new World(plain.nodes(), plain.workload(), List.of(new World.Forgery(AB, forged)), plain.options());
        state = world.initial(DULL).next();
        take(new Move.Forge(AB, forged), new Move.Deliver(AB, 0));

        assertThat(messagesAt("b")).containsExactly(forged);
    }

    @Test
    void faults_cost_what_the_budget_has() {
        in(WorldOptions.UNTIMED.with(Fault.CRASH, 1));
        assertThat(world.faults(state)).hasSize(2).allMatch(Move.Crash.class::isInstance);

        take(new Move.Crash("a"));
        assertThat(world.faults(state)).isEmpty();
    }

    @Test
    void a_client_whose_node_crashes_goes_on_with_its_next_call() {
        World silent = Scripted.world(WorldOptions.UNTIMED.with(Fault.CRASH, 1), 1, 2);
        WorldState called = silent.initial(DULL).next();
        assertThat(called.clients().get("client").canCall()).isTrue();
        ClientState waiting = called.clients().get("client").called();
        assertThat(waiting.canCall()).isFalse();
        WorldState open = new WorldState(
                called.nodes(),
                called.network(),
                called.blocked(),
                called.clients().plus("client", waiting),
                called.budget(),
                0);

        WorldState crashed = silent.take(open, new Move.Crash("a"), DULL).next();
        assertThat(crashed.clients().get("client").canCall()).isTrue();
    }

    @Test
    void with_time_what_is_due_first_happens_first() {
        in(WorldOptions.TIMED);
        assertThat(world.moves(state)).containsExactly(new Move.Invoke("client"));
        take(new Move.Invoke("client"), new Move.Invoke("client"));
        assertThat(world.moves(state))
                .as("both are due, the timer is not")
                .containsExactly(new Move.Deliver(AB, 0), new Move.Deliver(AB, 1));

        run();
        assertThat(state.nowMillis()).as("the timer was stopped").isLessThan(1_000);
    }

    @Test
    void a_timer_that_is_started_twice_runs_out_once() {
        in(WorldOptions.TIMED.with(Fault.LOSS, 2));
        take(new Move.Invoke("client"), new Move.Lose(AB, 0));
        long firstStart = state.nowMillis();
        Chooser late = (choice, n) -> n - 1;
        state = world.take(state, new Move.Invoke("client"), late).next();
        state = world.take(state, new Move.Lose(AB, 0), DULL).next();
        assertThat(state.node("a").timers()).hasSize(1);

        run();
        assertThat(lastAt("a")).isEqualTo(new Input.Timer(new Scripted.Alarm()));
        assertThat(state.nowMillis()).isEqualTo(firstStart + 1_000);
    }

    /** How far node a's clock is ahead 100 s after this has happened to it. */
    private long aheadAfter(Fault fault, Move.Faulty move) {
        in(WorldOptions.TIMED.with(fault, 1));
        take(move);
        long now = 100_000;
        var reading = world.clock(state.node("a"), now);
        assertThat(reading.latestMillis() - reading.earliestMillis()).isEqualTo(2 * 10);
        return (reading.earliestMillis() + reading.latestMillis()) / 2 - now;
    }

    @Test
    void clocks_jump_and_drift_beyond_what_they_say_that_they_may_be_off() {
        assertThat(aheadAfter(Fault.SKEW, new Move.Skew("a", 100))).isEqualTo(100);
        assertThat(aheadAfter(Fault.SKEW, new Move.Skew("a", -100))).isEqualTo(-100);
        assertThat(aheadAfter(Fault.DRIFT, new Move.Drift("a", 5_000))).isEqualTo(500);
        assertThat(aheadAfter(Fault.DRIFT, new Move.Drift("a", -5_000))).isEqualTo(-500);
    }

    @Test
    void a_clock_that_is_right_is_off_by_no_more_than_it_says() {
        for (int choice = 0; choice < 3; choice++) {
            int chosen = choice;
            World timed = Scripted.world(WorldOptions.TIMED);
            WorldState begun =
                    timed.initial((which, n) -> Math.min(chosen, n - 1)).next();
            var reading = timed.clock(begun.node("a"), 1_000);
            assertThat(1_000L).isBetween(reading.earliestMillis(), reading.latestMillis());
        }
    }

    @Test
    void a_fast_clock_shortens_timers() {
        in(WorldOptions.TIMED.with(Fault.DRIFT, 1).with(Fault.LOSS, 2));
        take(new Move.Drift("a", 5_000), new Move.Invoke("client"));
        assertThat(state.node("a").timers().values()).singleElement().satisfies(timer -> assertThat(timer.dueMillis())
                .isEqualTo(1_000 * 1_000_000L / 1_005_000));
    }

    @Test
    void to_a_slow_node_messages_take_long() {
        in(WorldOptions.TIMED.with(Fault.SLOW, 1));
        take(new Move.Slow("b"), new Move.Invoke("client"));
        assertThat(state.network().get(AB)).singleElement().satisfies(message -> assertThat(message.dueMillis())
                .isEqualTo(50));
    }

    @Test
    void a_pause_may_outlast_any_timer_which_then_comes_late() {
        in(WorldOptions.TIMED.with(Fault.PAUSE, 1));
        take(new Move.Invoke("client"));
        Chooser longest = (choice, n) -> n - 1;
        state = world.take(state, new Move.Pause("a"), longest).next();
        run();
        assertThat(state.nowMillis()).isGreaterThanOrEqualTo(60_000);
        assertThat(state.node("a").isUp()).isTrue();
    }

    @Test
    void a_message_to_nobody_is_a_fault_of_the_node() {
        World alone = new World(world.nodes().minus("b"), world.workload(), List.of(), world.options());
        WorldState begun = alone.initial(DULL).next();

        assertThatThrownBy(() -> alone.take(begun, new Move.Invoke("client"), DULL))
                .hasMessage("There is no node b among [a]");
    }
}
