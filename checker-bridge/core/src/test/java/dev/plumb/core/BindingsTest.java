package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the binding of a spec is found, and what comes of traces that need one. */
class BindingsTest {
    private static final String HEADER = "{'plumb':1}";

    @TempDir
    Path folder;

    private Fixture specs;

    @BeforeEach
    void write_a_spec() {
        specs = new Fixture(folder)
                .module(
                        "Door",
                        "EXTENDS Naturals",
                        "CONSTANT Max",
                        "VARIABLES open, people",
                        "Init == open = FALSE /\\ people = 0",
                        "Open == ~open /\\ open' = TRUE /\\ people' = people",
                        "Enter(n) == /\\ open",
                        "            /\\ people + n <= Max",
                        "            /\\ people' = people + n",
                        "            /\\ open' = open",
                        "Close == open /\\ open' = FALSE /\\ people' = people",
                        "Next == Open \\/ Close \\/ \\E n \\in 1..Max : Enter(n)",
                        "ClosedAtNight == ~open")
                .config("Door", "INIT Init", "NEXT Next", "CONSTANT Max = 3")
                .module("MCDoor", "EXTENDS Door")
                .module("Clock", "VARIABLE now", "Init == now = 0", "Next == now' = now + 1");
    }

    private void bound(String... definitions) {
        String[] lines = new String[definitions.length + 1];
        lines[0] = "EXTENDS Door";
        System.arraycopy(definitions, 0, lines, 1, definitions.length);
        specs.module("DoorBinding", lines);
    }

    private TraceCheckResult check(Model model, String... events) {
        String[] lines = new String[events.length + 1];
        lines[0] = HEADER;
        System.arraycopy(events, 0, lines, 1, events.length);
        return new TraceCheck(model, TlcJar.find())
                .check(new Traces(folder).part(lines).read(), "");
    }

    private Outcome outcome(String... events) {
        return check(specs.module("Door"), events).outcome();
    }

    @Test
    void a_binding_is_found_beside_its_spec_and_beside_what_that_extends() {
        assertThat(specs.module("MCDoor").binding()).isEmpty();
        bound("OnVisit(e) == Enter(e.args[1])");
        assertThat(specs.module("Door").binding()).contains(specs.path("DoorBinding.tla"));
        assertThat(specs.module("MCDoor").binding()).contains(specs.path("DoorBinding.tla"));
        specs.module("MCDoorBinding", "EXTENDS MCDoor");
        assertThat(specs.module("MCDoor").binding()).contains(specs.path("MCDoorBinding.tla"));
    }

    @Test
    void a_binding_may_stand_elsewhere() {
        specs.file(
                "elsewhere/DoorBinding.tla",
                "---- MODULE DoorBinding ----\nEXTENDS Door\nOnVisit(e) == Enter(e.args[1])\n====\n");
        Path file = specs.path("elsewhere/DoorBinding.tla");
        bound("OnVisit(e) == FALSE");
        Model model = specs.module("Door").bound(file);
        assertThat(check(model, "{'action':'Open'}", "{'action':'visit','args':[2]}")
                        .outcome())
                .isEqualTo(new Outcome.Conforms());
        assertThat(check(model, "{'action':'Open'}", "{'action':'visit','args':[4]}")
                        .outcome())
                .isEqualTo(new Outcome.Diverges());
    }

    @Test
    void a_binding_of_another_spec_is_refused() {
        specs.module("DoorBinding", "EXTENDS Clock");
        assertThatThrownBy(() -> specs.module("Door"))
                .isInstanceOf(Problem.class)
                .extracting(problem -> ((Problem) problem).text())
                .asString()
                .startsWith("PLUMB-B02")
                .contains("does not extend Door")
                .contains("It extends: Clock.");
        specs.module("DoorBinding", "EXTENDS Door, Clock");
        assertThatThrownBy(() -> specs.module("Door")).isInstanceOf(Problem.class);
    }

    @Test
    void a_binding_that_is_not_there_is_told() {
        Model model = specs.module("Door");
        assertThatThrownBy(() -> model.bound(specs.path("DorBinding.tla")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("There is no binding");
    }

    @Test
    void a_module_that_makes_the_spec_ready_is_bound_by_the_binding_of_the_spec() {
        bound("OnVisit(e) == Enter(e.args[1])");
        specs.config("MCDoor", "INIT Init", "NEXT Next", "CONSTANT Max = 1");
        Model model = specs.module("MCDoor");
        assertThat(check(model, "{'action':'Open'}", "{'action':'visit','args':[1]}")
                        .outcome())
                .isEqualTo(new Outcome.Conforms());
        assertThat(check(model, "{'action':'Open'}", "{'action':'visit','args':[2]}")
                        .outcome())
                .isEqualTo(new Outcome.Diverges());
    }

    @Test
    void a_binding_without_operators_changes_nothing() {
        bound();
        assertThat(outcome("{'action':'Open'}", "{'action':'Enter','args':{'n':3}}"))
                .isEqualTo(new Outcome.Conforms());
        assertThat(outcome("{'action':'Open'}", "{'action':'Open'}")).isEqualTo(new Outcome.Diverges());
    }

    @Test
    void the_steps_of_an_event_that_is_several_are_shown_one_by_one() {
        bound("OnVisit_1(e) == Open", "OnVisit_2(e) == Enter(e.args[1])", "OnVisit_3(e) == Close");
        TraceCheckResult result = check(
                specs.module("Door"),
                "{'action':'visit','args':[2],'state':{'people':2,'open':false}}",
                "{'action':'visit','args':[2]}");
        Divergence divergence = result.runs().get(0).divergence().orElseThrow();
        assertThat(divergence.matched()).isEqualTo(1);
        assertThat(divergence.blocked().get(0).reasons().get(0).toString())
                .contains("place=Door.tla:8:16")
                .contains("text=people + n <= Max");
        assertThat(result.runs().get(0).behaviour().orElseThrow().steps())
                .extracting(step -> step.number() + " " + step.action().orElse("-"))
                .containsExactly("1 -", "2 Open", "3 Enter(2)", "4 Close", "5 visit");
    }

    @Test
    void claims_are_held_against_the_states_between_the_steps_of_an_event() {
        bound("OnVisit_1(e) == Open", "OnVisit_2(e) == Close");
        String visit = "{'action':'visit'}";
        assertThat(outcome(visit)).isEqualTo(new Outcome.Conforms());
        specs.config("Door", "INIT Init", "NEXT Next", "CONSTANT Max = 3", "INVARIANT ClosedAtNight");
        assertThat(outcome(visit)).isEqualTo(new Outcome.Violates("ClosedAtNight", PropertyKind.INVARIANT));
    }

    @Test
    void silent_steps_may_be_declared_in_the_binding() {
        String[] events = {"{'action':'Enter','args':{'n':1}}", "{'action':'Open'}"};
        assertThat(outcome(events)).isEqualTo(new Outcome.Diverges());
        bound("Silent == Open \\/ Close");
        assertThat(outcome(events)).isEqualTo(new Outcome.Conforms());
        bound("Silent == Open");
        assertThat(outcome(events)).isEqualTo(new Outcome.Diverges());
        bound("Silent == Open \\/ Close", "SilentSteps == 0");
        assertThat(outcome(events)).isEqualTo(new Outcome.Diverges());
    }

    @Test
    void what_stands_in_the_way_is_said_of_events_that_are_bound() {
        bound("OnVisit(e) == Enter(e.args.guests)");
        TraceCheckResult result = check(
                specs.module("Door"),
                "{'action':'Open'}",
                "{'action':'visit','args':{'guests':2},'state':{'people':3,'open':true}}");
        Divergence divergence = result.runs().get(0).divergence().orElseThrow();
        assertThat(divergence.blocked().get(0).fit())
                .map(fit -> fit.without() + " " + fit.step())
                .contains("[people] Enter(2)");
    }

    @Test
    void an_unknown_event_is_bad_input_that_names_the_nearest_of_the_binding() {
        bound("OnVisit(e) == Enter(e.args.guests)");
        Outcome outcome = outcome("{'action':'vist','args':{'guests':2}}");
        assertThat(((Outcome.BadInput) outcome).problem().text())
                .startsWith("PLUMB-N01")
                .contains("Did you mean Visit?")
                .contains("Known: Open, Close, Enter, Visit.");
    }

    @Test
    void the_example_in_the_documentation_is_a_binding() throws IOException {
        String page = Files.readString(Path.of("../docs/binding.md"));
        String example = page.replaceFirst("(?s).*?```tla\\n", "").replaceFirst("(?s)```.*", "");
        Path file = specs.file("TwoPhaseBinding.tla", example).path("TwoPhaseBinding.tla");
        Model model = Corpus.twoPhase().bound(file);
        String header = "{'plumb':1,'order':'file','constants':{'RM':{'#set':['r1','r2']}}}";
        String voted = "{'process':'r1','action':'voted','args':{'yes':true}}";
        String prepared = "{'process':'r2','action':'prepared'}";
        String heard = "{'process':'tm','action':'TMRcvPrepared','args':['r1']}";
        String decided = "{'process':'tm','action':'decided','args':{'last':'r2'},'state':{'tmState':'committed'}}";
        assertThat(outcome(model, header, voted, prepared, heard, decided)).isEqualTo(new Outcome.Conforms());
        assertThat(outcome(model, header, voted, heard, decided, prepared)).isEqualTo(new Outcome.Diverges());
    }

    private Outcome outcome(Model model, String... lines) {
        return new TraceCheck(model, TlcJar.find())
                .check(new Traces(folder).part(lines).read(), "")
                .outcome();
    }

    @Test
    void other_commands_need_no_binding() {
        specs.module("DoorBinding", "EXTENDS Clock");
        String spec = folder.resolve("Door.tla").toString();
        assertThat(new SpecLocator(List.of()).unbound(spec, Optional.empty()).binding())
                .isEmpty();
    }
}
