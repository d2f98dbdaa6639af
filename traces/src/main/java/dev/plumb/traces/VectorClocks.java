package dev.plumb.traces;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The order that vector clocks tell; where a process has none, its events are ordered among themselves only. */
final class VectorClocks implements Precedence {
    private final Map<String, ProcessLog> logs;
    private final Map<String, Integer> kept = new TreeMap<>();

    private final boolean isTorn;

    /**
     * @param isTorn whether the last line of any file is torn
     * @param warnings to which is added that events are left out
     */
    VectorClocks(Map<String, ProcessLog> logs, boolean isSparse, boolean isTorn, List<String> warnings) {
        this.logs = logs;
        this.isTorn = isTorn;
        for (ProcessLog log : logs.values()) {
            checkThatAllIsThere(log, isSparse);
            kept.put(log.process(), log.size());
        }
        if (isTorn) {
            leaveOutWhatDependsOnLostEvents(warnings);
        }
    }

    private void checkThatAllIsThere(ProcessLog log, boolean isSparse) {
        for (int i = 0; i < log.size() && log.hasClocks(); i++) {
            Source source = log.event(i).source();
            log.event(i).clock().forEach((name, n) -> {
                ProcessLog other = logs.get(name);
                if (n > 0 && other == null && !isSparse && !isTorn) {
                    throw TraceProblems.processIsNotThere(source, name, logs.keySet());
                } else if (n > 0 && other != null) {
                    checkThatLastIsThere(source, other, n, isSparse);
                }
            });
        }
    }

    private static void checkThatLastIsThere(Source source, ProcessLog other, long n, boolean isSparse) {
        long last = other.lastOwn(other.size());
        if (n > last && !isSparse && !other.isTorn()) {
            throw TraceProblems.lastEventsAreLost(source, other.process(), last, n);
        }
    }

    private void leaveOutWhatDependsOnLostEvents(List<String> warnings) {
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (ProcessLog log : logs.values()) {
                int now = independent(log, kept(log));
                isChanged |= kept.put(log.process(), now) != now;
            }
        }
        int leftOut =
                logs.values().stream().mapToInt(log -> log.size() - kept(log)).sum();
        if (leftOut > 0) {
            warnings.add(TraceWarnings.eventsDependOnLostOnes(leftOut));
        }
    }

    /** How many of the first {@code count} events depend on no event that is lost or left out. */
    private int independent(ProcessLog log, int count) {
        for (int i = 0; i < count && log.hasClocks(); i++) {
            boolean isDependent = log.knowledge(i).entrySet().stream()
                    .anyMatch(
                            entry -> !entry.getKey().equals(log.process()) && isGone(entry.getKey(), entry.getValue()));
            if (isDependent) {
                return i;
            }
        }
        return count;
    }

    /** A process that is not there at all may have been in the torn line only. */
    private boolean isGone(String process, long n) {
        ProcessLog log = logs.get(process);
        if (n == 0 || log == null) {
            return n > 0;
        }
        return n > log.lastOwn(kept(log)) && (log.isTorn() || kept(log) < log.size());
    }

    @Override
    public int kept(ProcessLog process) {
        return kept.getOrDefault(process.process(), process.size());
    }

    @Override
    public long key(ProcessLog process, int event) {
        return process.hasClocks() ? process.own(process.event(event)) : event + 1L;
    }

    @Override
    public long bound(ProcessLog process, int event, ProcessLog other) {
        return process.hasClocks() ? process.knowledge(event).getOrDefault(other.process(), 0L) : 0;
    }
}
