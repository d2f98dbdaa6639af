package dev.plumb.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes at which definitions that recurse once per element, or list all subsets, would end in an error. */
class BigInputsTest {
    @TempDir
    Path folder;

    @Test
    void ten_thousand_elements_can_be_folded() throws Exception {
        Tlc.Result result = new Tlc(folder).check("MCBig", """
                EXTENDS SequencesExt, FiniteSetsExt, Functions
                N == 10000
                Long == [i \\in 1..N |-> i]
                Plus(x, y) == x + y
                ASSUME FoldLeft(Plus, 0, Long) = 50005000
                ASSUME FoldRight(Plus, Long, 0) = 50005000
                ASSUME FoldSeq(Plus, 0, Long) = 50005000
                ASSUME SumSet(1..N) = 50005000
                ASSUME SumFunction(Long) = 50005000
                ASSUME MapThenSumSet(LAMBDA x : 1, 1..N) = N
                ASSUME Len(SetToSeq(1..N)) = N
                ASSUME Cardinality(kSubset(1, 1..200)) = 200
                """);

        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    @Test
    void the_first_of_65536_subsets_is_found_without_listing_them() throws Exception {
        Tlc.Result result = new Tlc(folder).check("MCSubsets", """
                EXTENDS FiniteSetsExt
                ASSUME \\E S \\in SUBSET (1..16) : SumSet(S) = 136
                ASSUME Quantify(SUBSET (1..16), LAMBDA S : S = {}) = 1
                """);

        assertThat(result.exitCode()).as(result.output()).isZero();
    }
}
