package dev.plumb.simulation;

import dev.plumb.refinement.ActionSite;
import dev.plumb.refinement.SpecStep;
import dev.plumb.traces.TraceHeader;
import java.util.List;

/**
 * A game for two: {@code ping} serves, and a ball goes to and fro until both have hit it often enough. Arguments: the
 * opponent of ping and the number of hits; 0 is never enough. {@code bad} throws instead of hitting back, {@code slow}
 * hangs in its handler.
 */
public final class PingPong implements NodeFactory {
    private static final ActionSite HIT = ActionSite.of("Hit");

    static final TraceHeader HEADER = TraceHeader.of("Ball").named("t");

    @Override
    public Node<?, ?> node(String name, List<String> arguments) {
        return new Player(name, arguments.get(0), Integer.parseInt(arguments.get(1)));
    }

    @Override
    public TraceHeader header(List<String> arguments) {
        return HEADER;
    }

    record Ball() implements Message {}

    record Serve() {}

    record Player(String name, String opponent, int enough) implements Node<Nothing, Integer> {
        @Override
        public Nothing format() {
            return Nothing.NOTHING;
        }

        @Override
        public Integer boot(Nothing disk) {
            return 0;
        }

        @Override
        public Step<Nothing, Integer> start(State<Nothing, Integer> state) {
            return name.equals("ping") ? Step.to(state).startTimer(new Serve(), 1) : Step.to(state);
        }

        @Override
        public Step<Nothing, Integer> timer(State<Nothing, Integer> state, Record timer) {
            return hit(state, opponent);
        }

        @Override
        public Step<Nothing, Integer> deliver(State<Nothing, Integer> state, String from, Message message) {
            return switch (name) {
                case "bad" -> throw new IllegalStateException("missed the ball");
                case "slow" -> forever();
                default -> hit(state, from);
            };
        }

        private Step<Nothing, Integer> hit(State<Nothing, Integer> state, String to) {
            int hits = state.memory();
            if (enough > 0 && hits == enough) {
                return Step.to(state);
            }
            Step<Nothing, Integer> step = Step.to(state.withMemory(hits + 1))
                    .note(SpecStep.of(HIT).arg("player", name).state("hits", name, hits + 1))
                    .send(to, new Ball());
            return hits + 1 == enough ? step.finish() : step;
        }

        private static Step<Nothing, Integer> forever() {
            while (true) {
                Thread.onSpinWait();
            }
        }
    }
}
