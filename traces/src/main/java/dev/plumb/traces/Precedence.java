package dev.plumb.traces;

/**
 * An order between the events of different processes, told in numbers: an event of q has a key that grows along q, an
 * event of p has a bound for q, and those events of q must come before it whose key is within the bound.
 */
interface Precedence {
    long key(ProcessLog process, int event);

    long bound(ProcessLog process, int event, ProcessLog other);

    /** How many events of a process are kept; the others depend on events that were lost at the end of a file. */
    default int kept(ProcessLog process) {
        return process.size();
    }

    /** By the lines of the file, where both stand in the same. */
    final class ByLine implements Precedence {
        @Override
        public long key(ProcessLog process, int event) {
            return process.event(event).source().line();
        }

        @Override
        public long bound(ProcessLog process, int event, ProcessLog other) {
            return process.files().equals(other.files()) ? key(process, event) - 1 : 0;
        }
    }

    /** By a clock that all processes share: an event comes after those that had ended before it started. */
    final class ByTime implements Precedence {
        @Override
        public long key(ProcessLog process, int event) {
            return process.time(event).end();
        }

        @Override
        public long bound(ProcessLog process, int event, ProcessLog other) {
            return process.time(event).start() - 1;
        }
    }
}
