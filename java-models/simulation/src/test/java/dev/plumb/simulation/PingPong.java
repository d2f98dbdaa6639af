package dev.plumb.simulation;

import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecStep;
import dev.plumb.traces.TraceHeader;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A game for two: {@code ping} serves, and a ball goes to and fro until both have hit it often enough. Arguments: the
 * opponent of ping and the number of hits; 0 is never enough. {@code bad} throws instead of hitting back, {@code slow}
 * hangs in its handler.
 */
public final class PingPong implements NodeFactory {
    private static final ActionSite HIT = ActionSite.of("Hit");

    static final TraceHeader HEADER = new TraceHeader(
            Optional.of("Ball"), new TreeMap<>(), Optional.of("t"), new TreeMap<>(), TraceHeader.Order.CLOCKS, false);

    @Override
    public Node<?> node(String name, List<String> arguments) {
        return new Player(name, arguments.get(0), Integer.parseInt(arguments.get(1)));
    }

    @Override
    public TraceHeader header(String trace, List<String> arguments) {
        return HEADER;
    }

    record Player(String name, String opponent, int enough) implements Node<Integer> {
        @Override
        public Integer boot() {
            return 0;
        }

        @Override
        public Step<Integer> start(Integer hits) {
            return name.equals("ping") ? Step.to(hits).startTimer("serve", 1) : Step.to(hits);
        }

        @Override
        public Step<Integer> timer(Integer hits, String timer) {
            return hit(hits, opponent);
        }

        @Override
        public Step<Integer> deliver(Integer hits, String from, Payload payload) {
            return switch (name) {
                case "bad" -> throw new IllegalStateException("missed the ball");
                case "slow" -> forever();
                default -> hit(hits, from);
            };
        }

        private Step<Integer> hit(int hits, String to) {
            if (enough > 0 && hits == enough) {
                return Step.to(hits);
            }
            Step<Integer> step = Step.to(hits + 1)
                    .note(SpecStep.of(HIT).arg("player", name).state("hits", name, hits + 1))
                    .send(to, Payload.of("Ball"));
            return hits + 1 == enough ? step.finish() : step;
        }

        private static Step<Integer> forever() {
            while (true) {
                Thread.onSpinWait();
            }
        }
    }
}
