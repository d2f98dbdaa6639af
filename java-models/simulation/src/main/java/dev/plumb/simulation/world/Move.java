package dev.plumb.simulation.world;

import dev.plumb.simulation.Message;

/** One thing that can happen in a world. Those that cost something of the fault budget name the kind of fault. */
public sealed interface Move {

    /** All nodes are switched on: always the first. */
    record Begin() implements Move {}

    /** What concerns one node and nothing else. */
    sealed interface AtNode extends Move {
        String node();
    }

    /** The message at this position of the link arrives. */
    record Deliver(Link link, int index) implements Move {}

    /** A timer of the node runs out; it is named by its text. */
    record RunOut(String node, String timer) implements AtNode {}

    /** The node's oldest sync ends well. */
    record Sync(String node) implements AtNode {}

    /** The client makes its next call. */
    record Invoke(String client) implements Move {}

    /** The node is switched on again. */
    record Restart(String node) implements AtNode {}

    /** The node goes on. */
    record Resume(String node) implements AtNode {}

    /** The link works again. */
    record Heal(Link link) implements Move {}

    /** What goes wrong. */
    sealed interface Faulty extends Move {
        /** What it costs. */
        Fault fault();
    }

    /** The node stops, and loses what is not synced. */
    record Crash(String node) implements Faulty, AtNode {
        @Override
        public Fault fault() {
            return Fault.CRASH;
        }
    }

    /** The node stops in the middle of its oldest unsynced write, of which that many components are on disk. */
    record Tear(String node, int components) implements Faulty, AtNode {
        @Override
        public Fault fault() {
            return Fault.TORN_WRITE;
        }
    }

    /** The node's oldest sync seems to end well. */
    record LoseWrite(String node) implements Faulty, AtNode {
        @Override
        public Fault fault() {
            return Fault.LOST_WRITE;
        }
    }

    /** The node's oldest sync fails: {@link Fault#IO_ERROR} or {@link Fault#FULL_DISK}. */
    record FailSync(String node, Fault fault) implements Faulty, AtNode {}

    /** The message at this position of the link is lost. */
    record Lose(Link link, int index) implements Faulty {
        @Override
        public Fault fault() {
            return Fault.LOSS;
        }
    }

    /** The message at this position of the link will arrive once more. */
    record Duplicate(Link link, int index) implements Faulty {
        @Override
        public Fault fault() {
            return Fault.DUPLICATE;
        }
    }

    /** The link stops to work: what is under way on it waits. */
    record Block(Link link) implements Faulty {
        @Override
        public Fault fault() {
            return Fault.PARTITION;
        }
    }

    /** The node does nothing until it resumes. */
    record Pause(String node) implements Faulty, AtNode {
        @Override
        public Fault fault() {
            return Fault.PAUSE;
        }
    }

    /** The node's clock jumps. */
    record Skew(String node, long byMillis) implements Faulty, AtNode {
        @Override
        public Fault fault() {
            return Fault.SKEW;
        }
    }

    /** The node's clock gains so many microseconds each second. */
    record Drift(String node, long ppm) implements Faulty, AtNode {
        @Override
        public Fault fault() {
            return Fault.DRIFT;
        }
    }

    /** The node becomes slow. */
    record Slow(String node) implements Faulty, AtNode {
        @Override
        public Fault fault() {
            return Fault.SLOW;
        }
    }

    /** A Byzantine node sends a message that it should not send. */
    record Forge(Link link, Message message) implements Faulty {
        @Override
        public Fault fault() {
            return Fault.FORGE;
        }
    }
}
