package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "run-7.ndjson, run-7.ndjson",
        "../../etc/passwd, __.._etc_passwd",
        "..., _",
        "a b/c:d\\e, a_b_c_d_e",
        "größe, gr__e",
    })
    void what_is_no_file_name_becomes_one(String name, String file) {
        assertThat(FileName.of(name)).isEqualTo(file);
    }

    @Test
    void of_a_long_one_the_end_stays() {
        assertThat(FileName.of("x".repeat(500) + "/run.ndjson")).hasSize(120).endsWith("xx_run.ndjson");
    }

    @Test
    void a_model_is_called_as_its_cfg_without_the_extension() {
        assertThat(FileName.ofModel("MCLease_Late.cfg")).isEqualTo("MCLease_Late");
        assertThat(FileName.ofModel("specs/Lease.tla")).isEqualTo("specs_Lease");
        assertThat(FileName.ofModel("Lease.cfg.old")).isEqualTo("Lease.cfg.old");
    }
}
