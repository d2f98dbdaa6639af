package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ModulesCommandTest {
    @Test
    void modules_are_listed_with_their_operators_and_counterparts() {
        StringWriter out = new StringWriter();
        CommandLine plumb = Main.commandLine();
        plumb.setOut(new PrintWriter(out));

        assertThat(plumb.execute("modules")).isZero();
        assertThat(out.toString())
                .contains("Bitwise: Bitwise of the TLA+ Community Modules\n  & | ^^ Not shiftR\n")
                .contains("FoldLeft");
    }
}
