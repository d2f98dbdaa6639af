package dev.plumb.microraft;

import dev.plumb.refinement.Recorder;
import dev.plumb.refinement.Stamp;
import io.microraft.RaftConfig;
import io.microraft.RaftEndpoint;
import io.microraft.RaftNode;
import io.microraft.RaftNode.RaftNodeBuilder;
import io.microraft.executor.RaftNodeExecutor;
import io.microraft.model.message.RaftMessage;
import io.microraft.transport.Transport;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Members of MicroRaft in one thread, on a clock and a network that only a seed decides about. */
final class Group {
    static final List<String> NAMES = List.of("n1", "n2", "n3");

    private static final RaftConfig CONFIG = RaftConfig.newBuilder()
            .setLeaderElectionTimeoutMillis(1_000)
            .setLeaderHeartbeatPeriodSecs(1)
            .setLeaderHeartbeatTimeoutSecs(5)
            .build();
    private static final int DELAY_MILLIS_MAX = 20;

    private final VirtualTime time = new VirtualTime();
    private final Random random;
    private final Map<String, Place> places = new TreeMap<>();
    private final Set<String> cutOff = new HashSet<>();

    /** A member's place: its disk stays, while who runs there comes and goes. */
    private final class Place {
        final Member member;
        final RecordedNode recorded;
        final Disk disk;
        Optional<RaftNode> running = Optional.empty();

        Place(String name, Recorder recorder) {
            member = new Member(name);
            recorded = new RecordedNode(name, recorder);
            disk = new Disk(recorded);
        }

        void start() {
            Life life = new Life();
            RaftNode node = disk.restored()
                    .map(RaftNode.newBuilder()::setRestoredState)
                    .orElseGet(this::firstStart)
                    .setGroupId("group")
                    .setConfig(CONFIG)
                    .setExecutor(life)
                    .setTransport(new Network(this))
                    .setStore(disk)
                    .setStateMachine(new Operations(recorded))
                    .setRaftNodeReportListener(recorded::reported)
                    .setRandom(new Random(random.nextLong()))
                    .setClock(time)
                    .build();
            life.isOver = () -> running.filter(now -> now == node).isEmpty();
            running = Optional.of(node);
            node.start();
        }

        private RaftNodeBuilder firstStart() {
            List<RaftEndpoint> all = places.values().stream()
                    .<RaftEndpoint>map(place -> place.member)
                    .toList();
            return RaftNode.newBuilder().setLocalEndpoint(member).setInitialGroupMembers(all);
        }
    }

    /** Runs the tasks of a node as long as it has not crashed. */
    private final class Life implements RaftNodeExecutor {
        private BooleanSupplier isOver = () -> false;

        @Override
        public void execute(Runnable task) {
            submit(task);
        }

        @Override
        public void submit(Runnable task) {
            schedule(task, 0, TimeUnit.MILLISECONDS);
        }

        @Override
        public void schedule(Runnable task, long delay, TimeUnit unit) {
            time.after(unit.toMillis(delay), () -> {
                if (!isOver.getAsBoolean()) {
                    task.run();
                }
            });
        }
    }

    /** Delays messages, and loses those from and to a member that is cut off. A message carries the sender's stamp. */
    private final class Network implements Transport {
        private final Place from;

        Network(Place from) {
            this.from = from;
        }

        @Override
        public void send(RaftEndpoint target, RaftMessage message) {
            from.recorded.sent(target, message);
            Stamp stamp = from.recorded.recorder().stamp();
            Place to = places.get(Telling.name(target));
            time.after(1 + random.nextInt(DELAY_MILLIS_MAX), () -> {
                if (isReachable(target)) {
                    to.recorded.recorder().received(stamp);
                    to.running.ifPresent(node -> node.handle(message));
                }
            });
        }

        @Override
        public boolean isReachable(RaftEndpoint target) {
            return !cutOff.contains(Telling.name(target)) && !cutOff.contains(from.member.name());
        }
    }

    /** A group that has started. */
    Group(long seed, Function<String, Recorder> recorders) {
        random = new Random(seed);
        NAMES.forEach(name -> places.put(name, new Place(name, recorders.apply(name))));
        places.values().forEach(Place::start);
    }

    /** Whom a majority that is not cut off takes for the leader, once there is one. */
    String leader() {
        if (!time.runUntil(() -> agreed().isPresent(), 60_000)) {
            throw new AssertionError("no leader within a minute of the group's time");
        }
        return agreed().orElseThrow();
    }

    private Optional<String> agreed() {
        return NAMES.stream()
                .filter(name -> 2 * followersOf(name) > NAMES.size())
                .findFirst();
    }

    private long followersOf(String name) {
        return places.values().stream()
                .filter(place -> !cutOff.contains(place.member.name()))
                .flatMap(place -> place.running.stream())
                .filter(node -> node.getTerm().getLeaderEndpoint() != null)
                .filter(node -> Telling.name(node.getTerm().getLeaderEndpoint()).equals(name))
                .count();
    }

    void run(long millis) {
        time.run(millis);
    }

    /** Asks a member, which need not be the leader, for an operation. */
    void replicate(String member, String operation) {
        places.get(member).running.ifPresent(node -> node.replicate(operation));
    }

    /** Loses all messages from and to a member, until it is joined again. */
    void cutOff(String member) {
        cutOff.add(member);
    }

    void join(String member) {
        cutOff.remove(member);
    }

    void crash(String member) {
        places.get(member).running = Optional.empty();
    }

    void restart(String member) {
        Place place = places.get(member);
        place.recorded.restarted();
        place.start();
    }
}
