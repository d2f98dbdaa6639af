package dev.plumb.refinement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActionSiteTest {
    @Test
    void the_line_of_a_step_is_the_one_that_began_it() {
        ActionSite site = ActionSite.of("TMCommit");
        SpecStep step = SpecStep.of(site).arg("rm", "r1");

        assertThat(step.at()).contains("ActionSiteTest.java:" + (line() - 2));
        assertThat(step.action()).isEqualTo("TMCommit");
    }

    @Test
    void the_line_is_found_once() {
        ActionSite site = ActionSite.of("TMCommit");
        SpecStep first = SpecStep.of(site);
        SpecStep elsewhere = SpecStep.of(site);

        assertThat(elsewhere.at()).isEqualTo(first.at());
        assertThat(SpecStep.of(ActionSite.of("TMCommit")).at()).isNotEqualTo(first.at());
    }

    @Test
    void a_recorder_that_is_off_does_not_look_for_it() {
        ActionSite site = ActionSite.of("TMCommit");
        Recorder.NONE.step(site).done();
        SpecStep step = SpecStep.of(site);

        assertThat(step.at()).contains("ActionSiteTest.java:" + (line() - 2));
    }

    @Test
    void a_step_that_only_names_its_action_has_no_line_until_it_says_here() {
        SpecStep step = SpecStep.of("TMCommit");
        assertThat(step.at()).isEmpty();

        SpecStep told = step.arg("rm", "r1").here();
        assertThat(told.at()).contains("ActionSiteTest.java:" + (line() - 1));
    }

    private static int line() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber());
    }
}
