package dev.plumb.junit;

import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.Recorder;
import dev.plumb.traces.TlaValue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A service that is tested: a lock, which a planted bug gives away twice. */
final class Lock {
    private static final ActionSite ACQUIRE = ActionSite.of("Acquire");
    private static final ActionSite RELEASE = ActionSite.of("Release");

    private final SortedSet<String> holders = new TreeSet<>();
    private final boolean isGenerous;

    Lock(boolean isGenerous) {
        this.isGenerous = isGenerous;
    }

    synchronized boolean acquire(String client, Recorder recorder) {
        if (!holders.isEmpty() && !isGenerous) {
            return false;
        }
        holders.add(client);
        recorder.step(ACQUIRE).arg("c", client).state("holder", holders()).done();
        return true;
    }

    synchronized void release(String client, Recorder recorder) {
        holders.remove(client);
        recorder.step(RELEASE).arg("c", client).state("holder", holders()).done();
    }

    private TlaValue holders() {
        return TlaValue.setOf(holders.toArray(String[]::new));
    }

    Set<String> heldBy() {
        return holders;
    }
}
