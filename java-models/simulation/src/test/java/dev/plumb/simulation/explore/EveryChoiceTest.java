package dev.plumb.simulation.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.simulation.world.Chooser.Choice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EveryChoiceTest {
    @Test
    void chooses_in_each_way_once_the_dull_one_first() {
        List<String> ways = new ArrayList<>();
        EveryChoice.of(
                chooser -> {
                    int first = chooser.pick(Choice.FAULT, 2);
                    return first == 0 ? "0" : "1" + chooser.pick(Choice.NEXT, 3) + chooser.pick(Choice.DELAY, 2);
                },
                ways::add);
        assertThat(ways).containsExactly("0", "100", "101", "110", "111", "120", "121");
    }

    @Test
    void what_asks_for_nothing_has_one_way() {
        List<String> ways = new ArrayList<>();
        EveryChoice.of(chooser -> "only", ways::add);
        assertThat(ways).containsExactly("only");
    }
}
