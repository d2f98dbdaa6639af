package dev.plumb.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TwoPhaseInTheKernelTest {
    private static LoadedSpec spec;

    @BeforeAll
    static void load() {
        Path folder = Path.of(System.getProperty("plumb.root"), "specs/commit/twophase");
        String config = "INIT Init\nNEXT Next\nCONSTANT RM = {r1, r2, r3}\n";
        spec = Kernel.load(new SpecSource(folder.resolve("TwoPhase.tla"), List.of(folder), config), TlcJar.find());
    }

    @AfterAll
    static void close() {
        spec.close();
    }

    @Test
    void has_as_many_fingerprints_as_states_and_as_many_steps_as_TLC_generates() {
        Map<Long, SpecState> states = new HashMap<>();
        Deque<SpecState> open = new ArrayDeque<>(spec.initialStates());
        int generated = open.size();
        open.forEach(state -> states.put(state.fingerprint(), state));
        while (!open.isEmpty()) {
            for (Successor next : spec.steps(open.remove()).successors()) {
                generated++;
                if (states.put(next.state().fingerprint(), next.state()) == null) {
                    open.add(next.state());
                }
            }
        }
        assertThat(states).hasSize(288);
        assertThat(states.values().stream().map(SpecState::values).distinct()).hasSize(288);
        assertThat(generated).isEqualTo(1_146);
    }

    @Test
    void knows_the_actions_of_Next() {
        assertThat(spec.actions()).extracting("name").contains("TMRcvPrepared", "TMCommit", "RMPrepare");
    }
}
