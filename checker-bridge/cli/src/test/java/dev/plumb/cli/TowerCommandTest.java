package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TowerCommandTest {
    @TempDir(factory = FixedFolder.class)
    Path folder;

    private static final String SPECS =
            Plumb.ROOT.resolve("specs/commit/twophase").toString();

    @Test
    void what_nobody_has_checked_is_not_called_checked() {
        assertThat(Plumb.run(folder, "tower", SPECS).out())
                .startsWith("TCommit\n  TwoPhase refines it, by RefinesTCommit: not checked\n")
                .contains("1 refinement: 1 not checked\n  see " + folder.resolve("tower.svg") + "\n");
        assertThat(folder.resolve("tower.svg"))
                .content()
                .contains("1 refinement: 1 not checked", ">TCommit<", ">TwoPhase<", "RefinesTCommit: not checked");
    }

    @Test
    void a_model_that_holds_checks_it_and_a_planted_bug_is_caught_by_it() throws IOException {
        for (String config : new String[] {"MCTwoPhase", "MCTwoPhase_Revived"}) {
            Plumb.run(folder, "check", "MCTwoPhase", "--config", config, "--workers", "1");
        }
        Plumb run = Plumb.run(folder, "tower", SPECS);
        assertThat(run.exitCode()).isZero();
        Golden.check("tower", run.out());
        assertThat(Plumb.run(folder, "tower", SPECS, "--json").out())
                .startsWith("{\"plumb\":1,\"check\":\"refinement\",\"concrete\":\"TwoPhase\",\"abstract\":\"TCommit\","
                        + "\"property\":\"RefinesTCommit\",\"verdict\":\"checked\",");
    }

    @Test
    void a_claim_that_a_model_breaks_is_broken() throws IOException {
        Path models = Files.createDirectory(folder.resolve("specs"));
        Files.writeString(
                models.resolve("Down.tla"),
                "---- MODULE Down ----\nEXTENDS Naturals\nVARIABLE n\nNext == n > 0 /\\ n' = n - 1\n"
                        + "Spec == n = 3 /\\ [][Next]_n\n====\n");
        Files.writeString(
                models.resolve("Up.tla"),
                "---- MODULE Up ----\nEXTENDS Naturals\nVARIABLE n\nNext == n < 4 /\\ n' = n + 1\n"
                        + "Spec == n = 3 /\\ [][Next]_n\nD == INSTANCE Down\nGoesDown == D!Spec\n====\n");
        Files.writeString(models.resolve("Up.cfg"), "SPECIFICATION Spec\nPROPERTY GoesDown\nCHECK_DEADLOCK FALSE\n");
        assertThat(Plumb.run(folder, "check", models.resolve("Up.cfg").toString(), "--workers", "1")
                        .exitCode())
                .isEqualTo(13);
        assertThat(Plumb.run(folder, "tower", models.toString()).out())
                .isEqualTo("Down\n  Up refines it, by GoesDown: broken\n    Up  violates it\n1 refinement: 1 broken\n"
                        + seeing("tower.svg") + seeing("tower.png") + seeing("tower.dot"));
        assertThat(folder.resolve("tower.dot")).content().contains("GoesDown: broken\\n\", style=dashed, penwidth=2.5");
    }

    private String seeing(String file) {
        return "  see " + folder.resolve(file) + "\n";
    }
}
