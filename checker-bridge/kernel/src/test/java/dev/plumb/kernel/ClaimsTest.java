package dev.plumb.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.kernel.api.Claim;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cfg claims of states and steps, and which of that a step breaks. */
class ClaimsTest {
    @TempDir
    Path folder;

    private LoadedSpec load(String claims) throws IOException {
        Files.writeString(folder.resolve("Some.tla"), """
                ---- MODULE Some ----
                EXTENDS Integers
                VARIABLE x
                Init == x \\in Int
                Next == x' \\in Int
                Small == x < 5
                Text == x < "five"
                Grows == [][x' > x]_x
                FromOne == x = 1 /\\ [][x' = x + 1]_x /\\ WF_x(x' = x + 1)
                Always == []Small
                Both == Always /\\ FromOne
                Ends == <>(x = 9)
                ====
                """);
        return Fixture.load(folder, "Some", Fixture.BEHAVIOUR + claims);
    }

    private static SpecState x(LoadedSpec spec, int value) {
        return spec.state(new TreeMap<>(Map.of("x", TlaValue.of(value))));
    }

    private static long broken(LoadedSpec spec, int before, int after) {
        return spec.broken(Optional.of(x(spec, before)), x(spec, after));
    }

    @Test
    void an_invariant_is_broken_by_a_state_and_a_property_by_a_step() throws IOException {
        try (LoadedSpec spec = load("INVARIANT Small\nPROPERTY Grows\n")) {
            assertThat(spec.claims()).containsExactly(new Claim("Small", false), new Claim("Grows", true));
            assertThat(broken(spec, 1, 2)).isEqualTo(0b00);
            assertThat(broken(spec, 1, 7)).isEqualTo(0b01);
            assertThat(broken(spec, 2, 1)).isEqualTo(0b10);
            assertThat(broken(spec, 9, 8)).isEqualTo(0b11);
            assertThat(broken(spec, 2, 2)).as("a stuttering step").isEqualTo(0b00);
            assertThat(spec.broken(Optional.empty(), x(spec, 7))).isEqualTo(0b01);
        }
    }

    @Test
    void a_specification_as_a_property_is_one_claim_of_the_first_state_and_of_the_steps() throws IOException {
        try (LoadedSpec spec = load("PROPERTY FromOne\n")) {
            assertThat(spec.claims()).containsExactly(new Claim("FromOne", true));
            assertThat(spec.broken(Optional.empty(), x(spec, 1))).isZero();
            assertThat(spec.broken(Optional.empty(), x(spec, 2))).isEqualTo(1);
            assertThat(broken(spec, 2, 3)).isZero();
            assertThat(broken(spec, 2, 4)).isEqualTo(1);
        }
    }

    @Test
    void a_property_of_infinite_behaviours_claims_what_it_says_of_states_and_else_nothing() throws IOException {
        try (LoadedSpec spec = load("PROPERTIES Always Ends\n")) {
            assertThat(spec.claims()).containsExactly(new Claim("Always", false));
            assertThat(broken(spec, 1, 7)).isEqualTo(1);
        }
    }

    @Test
    void properties_may_share_what_they_claim() throws IOException {
        try (LoadedSpec spec = load("PROPERTIES FromOne Both\nINVARIANT Init\n")) {
            assertThat(spec.claims())
                    .containsExactly(
                            new Claim("Init", false),
                            new Claim("Both", false),
                            new Claim("FromOne", true),
                            new Claim("Both", true));
            assertThat(broken(spec, 1, 3)).isEqualTo(0b1100);
            assertThat(broken(spec, 4, 5)).isEqualTo(0b0010);
        }
    }

    @Test
    void what_cannot_be_evaluated_is_named_with_its_place() throws IOException {
        try (LoadedSpec spec = load("INVARIANT Text\n")) {
            assertThatThrownBy(() -> broken(spec, 1, 2))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.source())
                            .hasToString("Optional[" + folder.resolve("Some.tla") + ":7:9]"))
                    .hasMessageStartingWith("TLC cannot evaluate Text: ");
        }
    }

    @Test
    void more_than_there_are_bits_are_refused() throws IOException {
        String definitions =
                IntStream.range(0, 65).mapToObj(i -> "I" + i + " == x # " + i).collect(Collectors.joining("\n"));
        Files.writeString(
                folder.resolve("Many.tla"), "---- MODULE Many ----\nEXTENDS Some\n" + definitions + "\n====\n");
        load("").close();
        String claims = IntStream.range(0, 65).mapToObj(i -> "INVARIANT I" + i).collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> Fixture.load(folder, "Many", Fixture.BEHAVIOUR + claims + "\n"))
                .hasMessageStartingWith("The cfg names 65 invariants");
        Fixture.load(folder, "Many", Fixture.BEHAVIOUR + claims.replace("INVARIANT I64", ""))
                .close();
    }
}
