package dev.plumb.microraft;

import static dev.plumb.junit.TraceAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.refinement.Recorder;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What MicroRaft does, told by its public interfaces alone, is Raft. */
class MicroRaftTest {
    private static final int OPERATIONS = 20;

    /** Of pre-votes and the like the specification knows nothing. */
    private static final TraceHeader HEADER = TraceHeader.of("Raft")
            .withConstants(new TreeMap<>(Map.of("Value", operations())))
            .named("microraft")
            .ignoring(new TreeSet<>(Set.of("OtherSent")));

    @TempDir
    Path traces;

    private final Map<String, Recorder> recorders = new TreeMap<>();

    private static TlaValue operations() {
        SortedSet<String> all = new TreeSet<>();
        all.add(Operations.NEW_TERM);
        for (int i = 1; i <= OPERATIONS; i++) {
            all.add(operation(i));
        }
        return TlaValue.setOf(all.toArray(String[]::new));
    }

    private static String operation(int number) {
        return "set " + number;
    }

    private Recorder recorder(String name) {
        try {
            Recorder recorder = Recorder.toFile(traces.resolve(name + ".ndjson"), HEADER, name);
            recorders.put(name, recorder);
            return recorder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a group did, with its traces on disk. */
    private void recorded(long seed, Consumer<Group> what) throws IOException {
        what.accept(new Group(seed, this::recorder));
        for (Recorder recorder : recorders.values()) {
            recorder.close();
        }
    }

    private static void some_operations(Group group) {
        for (int i = 1; i <= 5; i++) {
            group.replicate(group.leader(), operation(i));
            group.run(50);
        }
        group.run(2_000);
    }

    private static void a_leader_is_cut_off(Group group) {
        String first = group.leader();
        group.replicate(first, operation(1));
        group.run(100);
        group.cutOff(first);
        group.replicate(first, operation(2));
        group.replicate(first, operation(3));
        group.run(10_000);
        String second = group.leader();
        group.replicate(second, operation(4));
        group.run(2_000);
        group.join(first);
        group.run(5_000);
    }

    private static void members_crash_and_are_cut_off(Group group, Random random) {
        for (int i = 1; i <= OPERATIONS; i++) {
            String someone = Group.NAMES.get(random.nextInt(Group.NAMES.size()));
            switch (random.nextInt(6)) {
                case 0 -> {
                    group.crash(someone);
                    group.run(random.nextInt(10_000));
                    group.restart(someone);
                }
                case 1 -> {
                    group.cutOff(someone);
                    group.replicate(someone, operation(i));
                    group.run(random.nextInt(10_000));
                    group.join(someone);
                }
                default -> group.replicate(group.leader(), operation(i));
            }
            group.run(random.nextInt(200));
        }
        group.leader();
        group.run(3_000);
    }

    @Test
    void operations_are_replicated_as_raft_says() throws IOException {
        recorded(1, MicroRaftTest::some_operations);
        assertThat(traces).conformsTo("Raft");
    }

    @Test
    void a_leader_that_was_cut_off_gives_up_what_was_not_committed() throws IOException {
        recorded(2, MicroRaftTest::a_leader_is_cut_off);
        assertThat(traces).conformsTo("Raft");
        falsify("\"action\":\"LogTruncated\"", "\"action\":\"Applied\"");
        assertThatThrownBy(() -> assertThat(traces).conformsTo("Raft")).hasMessageContaining("DIVERGES");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5})
    void it_stays_raft_when_members_crash_and_are_cut_off(long seed) throws IOException {
        recorded(seed, group -> members_crash_and_are_cut_off(group, new Random(seed)));
        assertThat(traces).conformsTo("Raft");
    }

    /** Rewrites what matches first. */
    private void falsify(String pattern, String replacement) throws IOException {
        for (String name : Group.NAMES) {
            Path file = traces.resolve(name + ".ndjson");
            String text = Files.readString(file);
            String changed = text.replaceFirst(pattern, replacement);
            if (!changed.equals(text)) {
                Files.writeString(file, changed);
                return;
            }
        }
        throw new AssertionError("nothing in the traces is like " + pattern);
    }

    private void isRefused(String event, String conjunct) {
        assertThatThrownBy(() -> assertThat(traces).conformsTo("Raft"))
                .hasMessageContainingAll("DIVERGES", event, conjunct + " is FALSE");
    }

    @Test
    void a_member_that_confirms_what_it_has_not_written_is_refused() throws IOException {
        recorded(1, MicroRaftTest::some_operations);
        falsify("(\"action\":\"AppendedSent\".*\"lastIndex\":)\\d+", "$199");
        isRefused("AppendedSent", "last <= m.prevIndex + Len(m.entries)");
    }

    @Test
    void a_member_that_grants_a_second_vote_is_refused() throws IOException {
        recorded(1, MicroRaftTest::some_operations);
        falsify("(\"action\":\"VoteSent\".*\"granted\":)false", "$1true");
        isRefused("VoteSent", "granted => votedFor[n] = to");
    }

    @Test
    void a_member_that_applies_an_entry_before_the_one_before_is_refused() throws IOException {
        recorded(1, MicroRaftTest::some_operations);
        falsify("(\"action\":\"Applied\",\"args\":\\{\"index\":)1", "$12");
        isRefused("Applied", "applied'[e.process] = e.args.index");
    }
}
