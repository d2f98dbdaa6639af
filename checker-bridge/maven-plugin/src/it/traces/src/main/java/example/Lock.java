package example;

import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.Recorder;
import dev.plumb.traces.TlaValue;
import java.util.SortedSet;
import java.util.TreeSet;

/** A lock that one client holds at a time; or several, if it is hasty. */
public final class Lock {
    private static final ActionSite ACQUIRE = ActionSite.of("Acquire");
    private static final ActionSite RELEASE = ActionSite.of("Release");

    private final SortedSet<String> holder = new TreeSet<>();
    private final boolean isHasty;
    private final Recorder recorder;

    public Lock(boolean isHasty, Recorder recorder) {
        this.isHasty = isHasty;
        this.recorder = recorder;
    }

    /** Whether the client has it now. */
    public synchronized boolean acquire(String client) {
        if (!holder.isEmpty() && !isHasty) {
            return false;
        }
        holder.add(client);
        recorder.step(ACQUIRE).arg("c", client).state("holder", holder()).done();
        return true;
    }

    public synchronized void release(String client) {
        holder.remove(client);
        recorder.step(RELEASE).arg("c", client).state("holder", holder()).done();
    }

    private TlaValue holder() {
        return TlaValue.setOf(holder.toArray(String[]::new));
    }
}
