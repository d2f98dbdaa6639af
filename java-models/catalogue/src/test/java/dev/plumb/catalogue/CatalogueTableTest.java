package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Band;
import dev.plumb.core.Expectation;
import dev.plumb.core.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table in {@code specs/README.md} is what the manifests say; {@code -Dplumb.golden=update} writes it anew. */
class CatalogueTableTest {
    private static final String BEGIN = "<!-- catalogue:begin (generated from the manifests) -->\n";
    private static final String END = "<!-- catalogue:end -->";

    @Test
    void is_generated_from_the_manifests() throws IOException {
        Path readme = Project.SPECS.resolve("README.md");
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        String wanted = text.substring(0, begin) + table() + text.substring(end);
        if (System.getProperty("plumb.golden", "").equals("update")) {
            Files.writeString(readme, wanted);
        }
        assertThat(Files.readString(readme)).isEqualTo(wanted);
    }

    private static String table() {
        List<String> lines = new ArrayList<>(List.of(
                "| Spec | Model | Expected | Distinct | Generated | Depth | Tier |",
                "|---|---|---|---:|---:|---:|---|"));
        for (Path folder : Project.specFolders()) {
            Manifest.of(folder).entries().forEach((config, entry) -> lines.add(row(config, entry)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(String config, Manifest.Entry entry) {
        Expectation expected = entry.expectation();
        String spec = entry.module().replaceAll("^MC|\\.tla$", "");
        return "| "
                + String.join(
                        " | ",
                        spec,
                        "`" + config + "`",
                        expected.inWords(),
                        number(expected.distinct()),
                        number(expected.generated()),
                        number(expected.depth()),
                        expected.tier())
                + " |";
    }

    private static String number(Band number) {
        return number.isExact()
                ? String.format(Locale.ROOT, "%,d", number.min().getAsLong())
                : number.isAny() ? "–" : number.toString();
    }
}
