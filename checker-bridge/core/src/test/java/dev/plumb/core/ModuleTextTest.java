package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ModuleTextTest {
    private static final String COMMENT = ("(*" + " so it is".repeat(8) + " *)\n").repeat(2_000);

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES) // it takes no time at all, or hours
    void comments_of_any_length_are_passed_over() {
        String module = "---- MODULE M ----\nCONSTANT C\n" + COMMENT + "a (+) b == a\n" + COMMENT
                + "f[x \\in C,\n y \\in C] == x\n" + COMMENT + "  LOCAL Op(F(_), x) == F(x)\n" + COMMENT
                + "-. a == 0\n====\n";
        assertThat(ModuleText.of(Path.of("M.tla"), module).exported()).contains("C", "f", "Op", "b", "a", "-", ".");
    }
}
