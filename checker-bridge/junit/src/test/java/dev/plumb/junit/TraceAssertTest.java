package dev.plumb.junit;

import static dev.plumb.junit.TraceAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.refinement.Recorder;
import dev.plumb.traces.TraceHeader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceAssertTest {
    @TempDir
    Path folder;

    private void record(boolean isGenerous) throws IOException {
        TraceHeader header = TraceHeader.NONE.named("two-clients").withOrder(TraceHeader.Order.FILE);
        try (Recorder recorder = Recorder.toFile(folder.resolve("lock.ndjson"), header, "lock")) {
            Lock lock = new Lock(isGenerous);
            lock.acquire("c1", recorder);
            lock.acquire("c2", recorder);
        }
    }

    @Test
    void passes_where_all_traces_of_a_folder_conform() throws IOException {
        record(false);
        assertThat(folder).conformsTo("Lease").conformsTo("Lease", "Lease.cfg");
    }

    @Test
    void fails_where_an_invariant_of_the_cfg_is_violated() throws IOException {
        record(false);
        assertThatThrownBy(() -> assertThat(folder).conformsTo("Lease", "Lease_Never.cfg"))
                .hasMessageContainingAll("VIOLATED", "Never", "Lock.java:");
    }

    @Test
    void fails_where_one_does_not() throws IOException {
        record(true);
        assertThatThrownBy(() -> assertThat(folder).conformsTo("Lease"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("DIVERGES", "two-clients", "holder = {}");
    }
}
