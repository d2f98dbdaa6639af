package dev.plumb.histories.order;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.ConsistencyModel;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.Shrinking;
import dev.plumb.histories.objects.PerKey;
import dev.plumb.histories.objects.SequentialSpec;
import java.util.List;
import java.util.Optional;

/**
 * All calls seem to take effect in one order, in which those of each client are as it made them; the order need not agree
 * with time (Lamport, How to Make a Multiprocessor Computer That Correctly Executes Multiprocess Programs, 1979).
 *
 * <p>Unlike linearizability it is not enough that each object is right by itself, so all are searched together.
 */
public record SequentialConsistency<S>(SequentialSpec<S> object) implements ConsistencyModel {
    @Override
    public String name() {
        return "sequential";
    }

    @Override
    public boolean isTimeless() {
        return true;
    }

    @Override
    public Judgement judge(History history, Budget budget) {
        SpecifiedCalls.check(history, object);
        List<Call> calls =
                history.calls().stream().filter(call -> !call.hasFailed()).toList();
        OrderSearch.Result result = search(calls, budget);
        if (result instanceof OrderSearch.Result.Found found) {
            return new Judgement.Allowed(List.of(found.order()));
        } else if (result instanceof OrderSearch.Result.NotFound notFound) {
            return new Judgement.Forbidden(contradiction(calls, notFound));
        }
        return new Judgement.Unknown(budget.limit());
    }

    private OrderSearch.Result search(List<Call> calls, Budget budget) {
        List<Call> answered = calls.stream().filter(Call::hasReturned).toList();
        return OrderSearch.of(new PerKey<>(object), ProgramCut.of(answered), calls, budget)
                .run();
    }

    private Contradiction contradiction(List<Call> calls, OrderSearch.Result.NotFound notFound) {
        List<Call> core = Shrinking.few(
                calls.stream().filter(Call::hasReturned).toList(),
                (kept, budget) ->
                        search(Linearizability.relaxed(calls, kept), budget) instanceof OrderSearch.Result.NotFound);
        String sentence = "No order of all calls in which those of each client are as it made them is one that a "
                + object.name() + " allows.";
        return new Contradiction(sentence, core, List.of(), Optional.empty(), notFound.order());
    }
}
