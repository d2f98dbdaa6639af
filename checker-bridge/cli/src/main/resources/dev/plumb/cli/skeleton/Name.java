package @package@;

import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.Recorder;
import dev.plumb.refinement.SpecAction;
import java.util.HashSet;
import java.util.Set;

/** What one client at a time holds. It tells a recorder each step of the specification @Name@ that it takes. */
public final class @Name@ {
    private static final ActionSite ACQUIRE = ActionSite.of("Acquire");
    private static final ActionSite RELEASE = ActionSite.of("Release");

    private final Set<String> holders = new HashSet<>();
    private final Recorder recorder;

    /** In production the recorder is {@link Recorder#NONE}, or one that writes to a file. */
    public @Name@(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Whether the client holds it from now on. */
    @SpecAction("Acquire")
    public synchronized boolean acquire(String client) {
        if (!holders.isEmpty()) {
            return false;
        }
        holders.add(client);
        recorder.step(ACQUIRE).arg("c", client).added("holders", client).done();
        return true;
    }

    /** The client gives it back. */
    @SpecAction("Release")
    public synchronized void release(String client) {
        if (!holders.remove(client)) {
            throw new IllegalStateException(client + " does not hold it");
        }
        recorder.step(RELEASE).arg("c", client).removed("holders", client).done();
    }
}
