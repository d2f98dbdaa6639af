package dev.plumb.refinement;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SilentTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final ActionSite SITE = ActionSite.of("RMPrepare");

    @Test
    void recording_that_is_off_allocates_nothing() {
        int calls = 10_000;
        useEveryWord("r1", 1);

        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < calls; i++) {
            useEveryWord("r1", i);
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).as("not one byte a call; asking costs some").isLessThan(calls);
    }

    @Test
    void no_word_of_a_silent_step_makes_the_value_that_a_recorded_one_would() {
        assertThat(Arrays.stream(Observing.class.getMethods()).filter(Method::isDefault))
                .allSatisfy(word -> assertThat(Silent.Step.class.getDeclaredMethods())
                        .filteredOn(own -> !Modifier.isAbstract(own.getModifiers()) && !own.isBridge())
                        .anyMatch(own -> own.getName().equals(word.getName())
                                && Arrays.equals(own.getParameterTypes(), word.getParameterTypes())));
    }

    @Test
    void the_stamp_of_a_silent_recorder_is_empty() {
        Recorder.NONE.received(Stamp.parse("r1:3"));

        assertThat(Recorder.NONE.stamp().text()).isEmpty();
    }

    private static void useEveryWord(String rm, int n) {
        Recorder.NONE.received(Stamp.parse(""));
        Recorder.NONE
                .step(SITE)
                .run("tx-1")
                .arg("rm", rm)
                .arg("n", n)
                .before("rmState", rm, "working")
                .state("rmState", rm, "prepared")
                .state("count", n)
                .added("msgs", rm)
                .done();
        Recorder.NONE.step("RMPrepare").here().done();
        try (StepScope step = Recorder.NONE.begin(SITE)) {
            Recorder.NONE.current().arg("rm", rm);
            step.done();
        }
        Recorder.NONE.stamp();
    }
}
