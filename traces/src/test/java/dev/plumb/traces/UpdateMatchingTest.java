package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Observation.Updates;
import dev.plumb.traces.Update.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateMatchingTest {
    private static TlaValue value(String text) {
        return TlaText.parse(text);
    }

    private static List<TlaValue> list(String tuple) {
        return List.copyOf(((TlaValue.Fn) value(tuple)).entries().values());
    }

    private static Update update(String operation, String path, String args) {
        Operation found = Arrays.stream(Operation.values())
                .filter(op -> op.written().equals(operation))
                .findFirst()
                .orElseThrow();
        return new Update(found, list(path), list(args));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    Update               ; <<3>>                ; 1                    ; 3
                    Init                 ; <<3>>                ; 1                    ; 3
                    AddElement           ; <<3>>                ; {1}                  ; {1, 3}
                    AddElements          ; << <<3, 4>> >>       ; {1}                  ; {1, 3, 4}
                    AddElements          ; <<{3}>>              ; {1}                  ; {1, 3}
                    RemoveElement        ; <<1>>                ; {1, 2}               ; {2}
                    Clear                ; <<>>                 ; {1, 2}               ; {}
                    AppendElement        ; <<3>>                ; <<1>>                ; <<1, 3>>
                    AddElementToBag      ; <<m>>                ; (m :> 1)             ; (m :> 2)
                    AddElementToBag      ; <<m>>                ; <<>>                 ; (m :> 1)
                    RemoveElementFromBag ; <<m>>                ; (m :> 2)             ; (m :> 1)
                    RemoveElementFromBag ; <<m>>                ; (m :> 1 @@ n :> 1)   ; (n :> 1)
                    RemoveElementFromBag ; <<k>>                ; (n :> 1)             ; (n :> 1)
                    ClearBag             ; <<>>                 ; (m :> 1)             ; <<>>
                    SetKey               ; <<r1, 3>>            ; (r1 :> 1 @@ r2 :> 2) ; (r1 :> 3 @@ r2 :> 2)
                    ResetKey             ; <<r1>>               ; (r1 :> 1)            ; (r1 :> Nil)
                    UpdateRec            ; <<[a |-> 3]>>        ; [a |-> 1, b |-> 2]   ; [a |-> 3, b |-> 2]
                    InitRec              ; <<[a |-> 3]>>        ; [a |-> 1, b |-> 2]   ; [a |-> 3, b |-> 2]
                    Add                  ; <<3>>                ; 1                    ; 4
                    Sub                  ; <<3>>                ; 1                    ; -2
                    Unchanged            ; <<>>                 ; 1                    ; 1
                    """)
    void an_operation_determines_the_value(String operation, String args, String before, String after) {
        Updates seen = new Updates(List.of(update(operation, "<<>>", args)));
        assertThat(seen.determined(value(before))).contains(value(after));
        assertThat(seen.differences("v", Optional.of(value(before)), value(after)))
                .isEmpty();
        assertThat(seen.differences("v", Optional.of(value(before)), value("other")))
                .containsExactly(new Difference("v", value(after).toString(), "other"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    AddElement           ; <<3>>         ; 1                  ; AddElement(3)
                    AddElements          ; <<3>>         ; {1}                ; AddElements(3)
                    RemoveElement        ; <<3>>         ; <<1>>              ; RemoveElement(3)
                    Clear                ; <<>>          ; <<1>>              ; Clear()
                    AppendElement        ; <<3>>         ; {1}                ; AppendElement(3)
                    AddElementToBag      ; <<3>>         ; (m :> 0)           ; AddElementToBag(3)
                    RemoveElementFromBag ; <<3>>         ; {m}                ; RemoveElementFromBag(3)
                    ClearBag             ; <<>>          ; 1                  ; ClearBag()
                    SetKey               ; <<r3, 1>>     ; (r1 :> 1)          ; SetKey(r3, 1)
                    SetKey               ; <<r1>>        ; (r1 :> 1)          ; SetKey(r1)
                    ResetKey             ; <<r3>>        ; (r1 :> 1)          ; ResetKey(r3)
                    UpdateRec            ; <<[c |-> 3]>> ; [a |-> 1]          ; UpdateRec([c |-> 3])
                    Add                  ; <<1>>         ; 2147483647         ; Add(1)
                    Sub                  ; <<1>>         ; {1}                ; Sub(1)
                    Update               ; <<>>          ; 1                  ; Update()
                    """)
    void an_operation_on_another_kind_of_value_is_a_difference(
            String operation, String args, String before, String told) {
        Updates seen = new Updates(List.of(update(operation, "<<>>", args)));
        String unfit = value(before) + ", to which it cannot be applied";
        assertThat(seen.determined(value(before))).isEmpty();
        assertThat(seen.differences("v", Optional.of(value(before)), value(before)))
                .containsExactly(new Difference("v", told, unfit));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void each_operation_has_a_name_of_its_own(Operation operation) {
        assertThat(Arrays.stream(Operation.values())
                        .filter(other -> other.written().equals(operation.written())))
                .hasSize(1);
    }

    @Test
    void updates_are_applied_in_turn_and_at_their_paths() {
        Updates seen = new Updates(List.of(
                update("AppendElement", "<<\"r1\", \"log\">>", "<<7>>"),
                update("Add", "<<\"r1\", \"term\">>", "<<1>>")));
        TlaValue before = value("(r1 :> [log |-> <<>>, term |-> 1])");
        assertThat(seen.determined(before)).contains(value("(r1 :> [log |-> <<7>>, term |-> 2])"));
        assertThat(seen.differences("v", Optional.of(before), value("(r1 :> [log |-> <<7>>, term |-> 1])")))
                .containsExactly(new Difference("v[r1].term", "2", "1"));
    }

    @Test
    void a_path_that_is_not_there_is_a_difference() {
        Updates seen = new Updates(List.of(update("Update", "<<r3>>", "<<7>>")));
        assertThat(seen.differences("v", Optional.of(value("(r1 :> 1)")), value("(r1 :> 1)")))
                .containsExactly(new Difference("v", "Update(7) at [r3]", "(r1 :> 1), to which it cannot be applied"));
    }

    @Test
    void updates_of_an_initial_state_are_a_difference() {
        Updates seen = new Updates(List.of(update("Add", "<<>>", "<<7>>")));
        assertThat(seen.differences("v", Optional.empty(), value("7")))
                .containsExactly(new Difference("v", "Add(7)", "no value before the step to update"));
    }
}
