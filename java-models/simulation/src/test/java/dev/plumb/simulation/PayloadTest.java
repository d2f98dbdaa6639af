package dev.plumb.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PayloadTest {
    @Property(seed = "1", tries = 200)
    void parsing_its_text_gives_the_payload_again(@ForAll String type, @ForAll Map<String, String> fields) {
        Payload payload = new Payload(type, new TreeMap<>(fields));

        assertThat(Payload.parse(payload.text())).isEqualTo(payload);
    }

    @Test
    void its_text_is_made_to_be_read() {
        assertThat(Payload.of("Prepared").with("tx", "tx-1").with("rm", "r1")).hasToString("Prepared?rm=r1&tx=tx-1");
    }

    @Test
    void a_field_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Payload.of("Prepared").get("tx")).hasMessage("Prepared? has no field tx");
    }

    @Test
    void what_is_not_a_payload_is_told() {
        assertThatThrownBy(() -> Payload.parse("Prepared")).hasMessage("Prepared is not the text of a payload");
    }
}
