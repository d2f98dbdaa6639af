package dev.plumb.histories.order;

import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.histories.HistoryProblems;
import dev.plumb.histories.objects.SequentialSpec;

/** Whether a history calls what an object has, before anything is searched. */
final class SpecifiedCalls {
    private SpecifiedCalls() {}

    static void check(History history, SequentialSpec<?> object) {
        history.calls().forEach(call -> check(call, object));
    }

    private static <S> void check(Call call, SequentialSpec<S> object) {
        Integer arguments = object.operations().get(call.operation());
        if (arguments == null) {
            throw HistoryProblems.operationIsUnknown(
                    call, object.name(), object.operations().keySet());
        } else if (arguments != call.arguments().size()) {
            throw HistoryProblems.argumentsAreTooManyOrFew(call, arguments);
        }
        object.steps(object.init(), call);
    }
}
