package dev.plumb.refinement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpecActionsTest {
    private static final class Node {
        @SpecAction({"Receive", "Ignore"})
        void on() {}

        @SpecAction("Send")
        private static void send() {}

        void other() {}

        private static final class Nested {
            @SpecAction("Crash")
            void crash() {}
        }
    }

    @Test
    void are_those_at_methods_of_the_classes_and_of_nested_ones() {
        assertThat(SpecActions.of(Node.class)).containsExactly("Crash", "Ignore", "Receive", "Send");
    }

    @Test
    void are_none_where_nothing_is_annotated() {
        assertThat(SpecActions.of(String.class, SpecActionsTest.class.getSuperclass()))
                .isEmpty();
    }
}
