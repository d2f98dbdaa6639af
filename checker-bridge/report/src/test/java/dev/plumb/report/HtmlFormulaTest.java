package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.OpenFormula.Part;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HtmlFormulaTest {
    private static OpenFormula formula(String text, OptionalInt at, List<OpenFormula> parts) {
        return new OpenFormula(
                Part.CONJUNCT,
                text,
                BehaviourBuilder.place(9),
                Optional.of(false),
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                at,
                parts,
                0,
                new TreeSet<>());
    }

    private static OpenFormula branch(String name, int depth) {
        return formula(name, OptionalInt.empty(), depth == 0 ? List.of() : List.of(branch(name + depth, depth - 1)));
    }

    private static String page(OpenFormula formula, int step) {
        Markup out = new Markup();
        new HtmlFormula(out, step).write(formula);
        return out.toString();
    }

    private static long count(String what, String page) {
        return Pattern.compile(Pattern.quote(what)).matcher(page).results().count();
    }

    @Test
    void the_first_way_to_what_decides_is_open_and_as_many_others_as_there_is_room_for() {
        OpenFormula three = formula(
                "all",
                OptionalInt.empty(),
                IntStream.range(0, 3).mapToObj(i -> branch("b" + i, 9)).toList());
        String page = page(three, 0);
        assertThat(count("<details open", page))
                .as("the root, a branch, the beginning of the next")
                .isEqualTo(1 + 9 + 2);
        assertThat(count("<details>", page)).as("what is folded").isEqualTo(7 + 9);
        assertThat(page).as("all is there").contains(">b0987654321<", ">b1987654321<", ">b2987654321<");
    }

    @Test
    void what_fits_is_open() {
        String page = page(formula("all", OptionalInt.empty(), Collections.nCopies(3, branch("b", 2))), 0);
        assertThat(count("<details open", page)).isEqualTo(7);
        assertThat(page).doesNotContain("<details>");
    }

    @Test
    void of_which_state_something_is_said_is_told_unless_it_stands_beside_that_step() {
        OpenFormula formula = formula("x", OptionalInt.of(7), List.of());
        assertThat(page(formula, 0)).contains("href=\"#s=7\"", ">after step 7<");
        assertThat(page(formula, 7)).doesNotContain("after step");
    }
}
