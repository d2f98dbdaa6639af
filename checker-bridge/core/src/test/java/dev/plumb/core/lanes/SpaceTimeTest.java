package dev.plumb.core.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Behaviour.Fate;
import dev.plumb.core.Behaviour.Incident;
import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.lanes.Run.Taken;
import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaText;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lanes and messages from states alone, each kind of network beside what looks like one and is none. */
class SpaceTimeTest {
    private final List<SortedMap<String, TlaValue>> states = new ArrayList<>();
    private final List<Taken> actions = new ArrayList<>();

    private SpaceTimeTest initially(String... conjuncts) {
        states.add(TlaText.parseState("/\\ " + String.join("\n/\\ ", conjuncts)));
        actions.add(Taken.UNKNOWN);
        return this;
    }

    /** A step by an action such as {@code Send(a)}; without a name it is not known. */
    private SpaceTimeTest then(String action, String... conjuncts) {
        states.add(TlaText.parseState("/\\ " + String.join("\n/\\ ", conjuncts)));
        String name = action.replaceAll("\\(.*", "");
        List<TlaValue> arguments = action.contains("(")
                ? Stream.of(action.replaceAll(".*\\(|\\)", "").split(", "))
                        .map(TlaValue::model)
                        .toList()
                : List.of();
        actions.add(new Taken(name.isEmpty() ? Optional.empty() : Optional.of(name), arguments));
        return this;
    }

    private SpaceTime seen() {
        return SpaceTime.of(new Run(states, actions), Oracle.NONE, Annotation.NONE);
    }

    private static List<String> owners(SpaceTime seen, int steps) {
        return IntStream.rangeClosed(1, steps)
                .mapToObj(step -> seen.owner(step).orElse("-"))
                .toList();
    }

    /** {@code 2 > 3}, {@code 2 lost 3} or {@code 2 to b unread}. */
    private static List<String> told(SpaceTime seen) {
        return seen.messages().stream().map(SpaceTimeTest::told).toList();
    }

    private static String told(Message message) {
        String to = message.addressee().map(lane -> " to " + lane).orElse("");
        return message.from()
                + (message.fate() == Fate.RECEIVED
                        ? " > " + message.to().getAsInt()
                        : message.fate() == Fate.LOST
                                ? " lost " + message.lostAt().getAsInt()
                                : to + " unread");
    }

    @Test
    void a_step_belongs_to_the_one_whose_entry_changes() {
        SpaceTime seen = initially("pc = (a :> 0 @@ b :> 0)", "n = 0")
                .then("", "pc = (a :> 1 @@ b :> 0)", "n = 0")
                .then("", "pc = (a :> 1 @@ b :> 1)", "n = 1")
                .seen();
        assertThat(owners(seen, 2)).containsExactly("a", "b");
        assertThat(seen.names()).containsExactly("a", "b");
        assertThat(seen.chosenBy()).isEqualTo("inferred from the domain of pc, which owns 2 of 2 steps");
        assertThat(seen.messages()).isEmpty();
    }

    @Test
    void other_sets_of_processes_can_be_chosen_instead() {
        SpaceTime seen = initially("pc = (a :> 0 @@ b :> 0)", "log = (x :> 0 @@ y :> 0)", "n = 0")
                .then("Up(a)", "pc = (a :> 1 @@ b :> 0)", "log = (x :> 0 @@ y :> 0)", "n = 0")
                .then("Up(b)", "pc = (a :> 1 @@ b :> 1)", "log = (x :> 0 @@ y :> 1)", "n = 1")
                .seen();
        assertThat(seen.names()).containsExactly("a", "b");
        SpaceTime other = seen.others(Oracle.NONE, Annotation.NONE).get(0);
        assertThat(other.names()).contains("x", "y");
        assertThat(other.owner(2)).contains("y");
        assertThat(other.chosenBy()).startsWith("inferred from the domain of log, which owns 1 of 2 steps");
    }

    @Test
    void where_there_is_one_set_of_processes_there_is_no_other_choice() {
        SpaceTime seen = initially("pc = (a :> 0 @@ b :> 0)")
                .then("Up(a)", "pc = (a :> 1 @@ b :> 0)")
                .seen();
        assertThat(seen.others(Oracle.NONE, Annotation.NONE)).isEmpty();
    }

    @Test
    void of_replies_that_are_taken_together_as_many_are_received_as_are_needed() {
        initially("pc = (a :> 0 @@ b :> 0 @@ c :> 0 @@ d :> 0)", "inbox = {}")
                .then("Reply(b)", "pc = (a :> 0 @@ b :> 1 @@ c :> 0 @@ d :> 0)", "inbox = {[from |-> b]}")
                .then("Reply(c)", "pc = (a :> 0 @@ b :> 1 @@ c :> 1 @@ d :> 0)", "inbox = {[from |-> b], [from |-> c]}")
                .then(
                        "Reply(d)",
                        "pc = (a :> 0 @@ b :> 1 @@ c :> 1 @@ d :> 1)",
                        "inbox = {[from |-> b], [from |-> c], [from |-> d]}")
                .then("Go(a)", "pc = (a :> 1 @@ b :> 1 @@ c :> 1 @@ d :> 1)", "inbox = {}");
        assertThat(told(SpaceTime.of(new Run(states, actions), goesOnAfter(2), Annotation.NONE)))
                .containsExactly("2 > 5", "3 > 5", "4 lost 5");
        assertThat(told(SpaceTime.of(new Run(states, actions), goesOnAfter(3), Annotation.NONE)))
                .containsExactly("2 > 5", "3 > 5", "4 > 5");
    }

    /** For the last step so many replies are needed; of the others nothing is known. */
    private Oracle goesOnAfter(int replies) {
        return new Oracle() {
            @Override
            public Optional<List<SortedMap<String, TlaValue>>> after(int step, SortedMap<String, TlaValue> before) {
                boolean isEnough =
                        ((TlaValue.SetOf) before.get("inbox")).elements().size() >= replies;
                return step < states.size() - 1
                        ? Optional.empty()
                        : Optional.of(isEnough ? List.of(states.get(step)) : List.of());
            }

            @Override
            public Set<Cell> about(int step) {
                return Set.of();
            }
        };
    }

    @Test
    void there_are_no_lanes_where_no_function_has_a_constant_domain() {
        SpaceTime seen = initially("x = 0", "f = (a :> 0)")
                .then("Up", "x = 1", "f = (a :> 0 @@ b :> 0)")
                .then("Up", "x = 2", "f = (a :> 0 @@ b :> 1)")
                .seen();
        assertThat(seen.names()).isEmpty();
        assertThat(seen.owner(1)).isEmpty();
        assertThat(seen.chosenBy()).isEqualTo("no set of processes was found");
    }

    @Test
    void fields_of_a_record_are_processes_only_if_actions_are_applied_to_them() {
        String[] before = {"r = [a |-> 0, b |-> 0]"};
        String[] after = {"r = [a |-> 1, b |-> 0]"};
        assertThat(initially(before).then("Up", after).seen().names()).isEmpty();

        states.clear();
        actions.clear();
        initially(before);
        states.add(TlaText.parseState("/\\ " + after[0]));
        actions.add(new Taken(Optional.of("Up"), List.of(TlaValue.of("a"))));
        assertThat(seen().names()).containsExactly("a", "b");
    }

    @Test
    void finds_processes_in_a_field_of_the_only_variable() {
        SpaceTime seen = initially("s = [pc |-> (a :> 0 @@ b :> 0), n |-> 0]")
                .then("", "s = [pc |-> (a :> 1 @@ b :> 0), n |-> 1]")
                .seen();
        assertThat(owners(seen, 1)).containsExactly("a");
    }

    @Test
    void who_has_no_entry_in_the_family_is_named_by_what_its_variables_begin_with() {
        SpaceTime seen = initially("pc = (a :> 0 @@ b :> 0)", "tmState = 0", "tmPrepared = {}")
                .then("", "pc = (a :> 1 @@ b :> 0)", "tmState = 0", "tmPrepared = {}")
                .then("", "pc = (a :> 1 @@ b :> 1)", "tmState = 0", "tmPrepared = {}")
                .then("Rcv(a)", "pc = (a :> 1 @@ b :> 1)", "tmState = 0", "tmPrepared = {a}")
                .seen();
        assertThat(seen.names()).containsExactly("tm", "a", "b");
        assertThat(owners(seen, 3)).containsExactly("a", "b", "tm");
    }

    @Test
    void takes_clients_and_servers_for_two_kinds_of_processes() {
        SpaceTime seen = initially("client = (c1 :> 0 @@ c2 :> 0)", "server = (s1 :> 0 @@ s2 :> 0)")
                .then("", "client = (c1 :> 1 @@ c2 :> 0)", "server = (s1 :> 0 @@ s2 :> 0)")
                .then("", "client = (c1 :> 1 @@ c2 :> 1)", "server = (s1 :> 0 @@ s2 :> 0)")
                .then("", "client = (c1 :> 1 @@ c2 :> 1)", "server = (s1 :> 0 @@ s2 :> 1)")
                .seen();
        assertThat(owners(seen, 3)).containsExactly("c1", "c2", "s2");
        assertThat(seen.names()).containsExactly("c1", "c2", "s1", "s2");
    }

    @Test
    void a_message_in_a_set_goes_to_who_takes_it_out() {
        SpaceTime seen = initially("pc = (a :> 0 @@ b :> 0)", "net = {}")
                .then("", "pc = (a :> 1 @@ b :> 0)", "net = {[m |-> 1, to |-> b], [m |-> 2, to |-> b]}")
                .then("", "pc = (a :> 1 @@ b :> 1)", "net = {[m |-> 2, to |-> b]}")
                .seen();
        assertThat(told(seen)).containsExactlyInAnyOrder("2 > 3", "2 to b unread");
        assertThat(seen.messages().get(0).carrier()).contains("net");
    }

    @Test
    void of_equal_messages_in_a_bag_the_first_is_received_first() {
        SpaceTime seen = initially("pc = (a :> 0 @@ b :> 0)", "net = <<>>")
                .then("", "pc = (a :> 1 @@ b :> 0)", "net = ([m |-> 1] :> 1)")
                .then("", "pc = (a :> 2 @@ b :> 0)", "net = ([m |-> 1] :> 2)")
                .then("", "pc = (a :> 2 @@ b :> 1)", "net = ([m |-> 1] :> 1)")
                .seen();
        assertThat(told(seen)).containsExactly("2 > 4", "3 unread");
    }

    @Test
    void queues_between_processes_are_followed_message_by_message() {
        String idle = "pc = (a :> 0 @@ b :> 0)";
        SpaceTime seen = initially(idle, "net = (a :> (a :> <<>> @@ b :> <<>>) @@ b :> (a :> <<>> @@ b :> <<>>))")
                .then("Send(a)", idle, "net = (a :> (a :> <<>> @@ b :> <<7>>) @@ b :> (a :> <<>> @@ b :> <<>>))")
                .then("Send(a)", idle, "net = (a :> (a :> <<>> @@ b :> <<7, 7>>) @@ b :> (a :> <<>> @@ b :> <<>>))")
                .then(
                        "",
                        "pc = (a :> 0 @@ b :> 1)",
                        "net = (a :> (a :> <<>> @@ b :> <<7>>) @@ b :> (a :> <<>> @@ b :> <<>>))")
                .seen();
        assertThat(owners(seen, 3)).containsExactly("a", "a", "b");
        assertThat(told(seen)).containsExactly("2 > 4", "3 to b unread");
    }

    @Test
    void a_log_that_its_owner_appends_to_carries_no_messages() {
        SpaceTime seen = initially("pc = (a :> 0 @@ b :> 0)", "log = (a :> <<>> @@ b :> <<>>)")
                .then("", "pc = (a :> 1 @@ b :> 0)", "log = (a :> <<[v |-> 1]>> @@ b :> <<>>)")
                .then("", "pc = (a :> 1 @@ b :> 0)", "log = (a :> <<[v |-> 1]>> @@ b :> <<[v |-> 2]>>)")
                .seen();
        assertThat(seen.messages()).isEmpty();
        assertThat(owners(seen, 2)).containsExactly("a", "b");
    }

    @Test
    void what_is_taken_away_by_nobody_and_for_nothing_is_lost() {
        SpaceTime seen = initially("pc = (a :> 0 @@ b :> 0)", "net = {}")
                .then("", "pc = (a :> 1 @@ b :> 0)", "net = {[m |-> 1]}")
                .then("", "pc = (a :> 1 @@ b :> 1)", "net = {}")
                .then("", "pc = (a :> 2 @@ b :> 1)", "net = {[m |-> 2]}")
                .then("Lose", "pc = (a :> 2 @@ b :> 1)", "net = {}")
                .seen();
        assertThat(told(seen)).containsExactly("2 > 3", "4 lost 5");
        assertThat(owners(seen, 4)).containsExactly("a", "b", "a", SpaceTime.ENVIRONMENT);
    }

    @Test
    void says_who_failed_and_came_back_and_whose_state_another_changed() {
        SpaceTime seen = initially("up = (a :> TRUE @@ b :> TRUE)", "n = (a :> 0 @@ b :> 0)")
                .then("Crash(a)", "up = (a :> FALSE @@ b :> TRUE)", "n = (a :> 0 @@ b :> 0)")
                .then("NodeRestarts(a)", "up = (a :> TRUE @@ b :> TRUE)", "n = (a :> 0 @@ b :> 0)")
                .then("Poke(a)", "up = (a :> TRUE @@ b :> TRUE)", "n = (a :> 1 @@ b :> 1)")
                .seen();
        assertThat(seen.incidents())
                .containsExactly(
                        new Incident(2, "a", Incident.Kind.CRASH),
                        new Incident(3, "a", Incident.Kind.RESTART),
                        new Incident(4, "b", Incident.Kind.TOUCHED));
    }

    @Test
    void a_sender_and_a_receiver_are_told_apart_by_what_they_change() {
        SpaceTime seen = initially("sBit = 0", "rBit = 0", "q = <<>>")
                .then("Send", "sBit = 1", "rBit = 0", "q = <<1>>")
                .then("Send", "sBit = 1", "rBit = 0", "q = <<1, 1>>")
                .then("Receive", "sBit = 1", "rBit = 1", "q = <<1>>")
                .then("Receive", "sBit = 1", "rBit = 1", "q = <<>>")
                .then("Send", "sBit = 1", "rBit = 1", "q = <<2>>")
                .then("Lose", "sBit = 1", "rBit = 1", "q = <<>>")
                .seen();
        assertThat(seen.names()).containsExactly(SpaceTime.ENVIRONMENT, "rBit", "sBit");
        assertThat(owners(seen, 6)).containsExactly("sBit", "sBit", "rBit", "rBit", "sBit", SpaceTime.ENVIRONMENT);
        assertThat(told(seen)).containsExactly("2 > 4", "3 > 5", "6 lost 7");
        assertThat(seen.chosenBy())
                .isEqualTo("inferred from what is changed together: rBit | sBit, which owns 5 of 6 steps");
    }

    @Test
    void variables_that_change_without_messages_between_them_are_no_processes() {
        SpaceTime seen = initially("big = 0", "small = 0")
                .then("FillBig", "big = 5", "small = 0")
                .then("FillSmall", "big = 5", "small = 3")
                .seen();
        assertThat(seen.names()).isEmpty();
        assertThat(seen.messages()).isEmpty();
    }

    @Test
    void edges_between_processes_are_no_processes() {
        SpaceTime seen = initially("sent = (<<a, b>> :> 0 @@ <<b, a>> :> 0)")
                .then("", "sent = (<<a, b>> :> 1 @@ <<b, a>> :> 0)")
                .seen();
        assertThat(seen.names()).isEmpty();
        assertThat(seen.messages()).isEmpty();
    }

    @Test
    void has_nothing_to_say_of_a_single_state() {
        SpaceTime seen = initially("pc = (a :> 0 @@ b :> 0)").seen();
        assertThat(seen.names()).isEmpty();
        assertThat(seen.owner(0)).isEmpty();
        assertThat(seen.messages()).isEmpty();
        assertThat(seen.incidents()).isEmpty();
    }
}
