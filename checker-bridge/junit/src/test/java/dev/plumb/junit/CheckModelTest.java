package dev.plumb.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.ModelCheckResult;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CheckModelTest {
    static class Sound {
        @CheckModel("Lease.cfg")
        void holds() {}

        @CheckModel("Lease")
        void says_what_it_found(ModelCheckResult result) {
            assertThat(result.statistics().orElseThrow().distinct()).isEqualTo(3);
        }

        @CheckModel(value = "src/test/tla/Lease_Never.cfg", violates = "Never")
        void is_violated_on_purpose() {}
    }

    static class Wrong {
        @CheckModel("Lease_Never.cfg")
        void is_violated() {}

        @CheckModel(value = "Lease.cfg", violates = "AtMostOne")
        void is_not_violated_after_all() {}

        @CheckModel("Leese.cfg")
        void is_not_there() {}

        @TestFactory
        Stream<DynamicTest> models() {
            return ModelTests.in("src/test/tla");
        }
    }

    @Test
    void passes_where_the_model_comes_out_as_expected() {
        assertThat(TestRun.of(Sound.class).failures()).isEmpty();
    }

    @Test
    void fails_with_the_counterexample_where_it_does_not() {
        Throwable failure = TestRun.of(Wrong.class).failure("is_violated");
        assertThat(failure.getMessage().lines().count()).isLessThanOrEqualTo(20);
        assertThat(failure)
                .hasMessageContainingAll(
                        "VIOLATED", "Never", "Acquire(\"c1\")", "\n  Reproduce: plumb check ", "page.html");
        assertThat(Path.of("target/plumb-reports/Lease_Never/page.html")).isNotEmptyFile();
    }

    @Test
    void fails_where_what_must_be_violated_holds() {
        assertThat(TestRun.of(Wrong.class).failure("is_not_violated_after_all"))
                .hasMessageContainingAll("HOLDS", "expected: violates AtMostOne");
    }

    @Test
    void names_the_models_that_there_are() {
        assertThat(TestRun.of(Wrong.class).failure("is_not_there")).hasMessageContaining("Leese.cfg");
    }

    @Test
    void makes_a_test_of_each_model_of_a_folder() {
        assertThat(TestRun.of(Wrong.class).failures())
                .containsKey("Lease_Never.cfg")
                .doesNotContainKey("Lease.cfg");
    }
}
