package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumb.refinement.Recorder;
import dev.plumb.traces.TraceHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LockTest {
    private static final boolean HASTY = Boolean.getBoolean("hasty");
    private static final Path TRACE = Path.of("target/traces/lock.ndjson");

    @Test
    void a_lock_goes_from_one_client_to_the_other() throws IOException {
        Files.createDirectories(TRACE.getParent());
        Files.deleteIfExists(TRACE);
        try (Recorder recorder = Recorder.toFile(TRACE, header(), "lock")) {
            Lock lock = new Lock(HASTY, recorder);
            assertTrue(lock.acquire("c1"));
            assertEquals(HASTY, lock.acquire("c2"));
            lock.release("c1");
        }
    }

    private static TraceHeader header() {
        return TraceHeader.of("Lease").withOrder(TraceHeader.Order.FILE);
    }
}
