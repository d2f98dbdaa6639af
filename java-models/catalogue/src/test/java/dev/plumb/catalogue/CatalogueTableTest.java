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

/** The tables in {@code specs/README.md} are what the manifests say; {@code -Dplumb.golden=update} writes them anew. */
class CatalogueTableTest {
    private static final Path README = Project.SPECS.resolve("README.md");

    @Test
    void of_protocols_is_generated_from_the_manifests() throws IOException {
        List<String> lines = new ArrayList<>(List.of(CatalogueRow.HEAD, CatalogueRow.LINE));
        for (Path folder : Project.specFolders()) {
            lines.add(CatalogueRow.of(folder).text());
        }
        assertGenerated("protocols", lines);
    }

    @Test
    void of_models_is_generated_from_the_manifests() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "| Spec | Model | Expected | Distinct | Generated | Depth | Tier |",
                "|---|---|---|---:|---:|---:|---|"));
        for (Path folder : Project.specFolders()) {
            Manifest.of(folder).entries().forEach((config, entry) -> lines.add(row(config, entry)));
        }
        assertGenerated("models", lines);
    }

    private static void assertGenerated(String table, List<String> lines) throws IOException {
        String text = Files.readString(README);
        String begin = "<!-- " + table + ":begin (generated from the manifests) -->\n";
        String end = "<!-- " + table + ":end -->";
        String wanted = text.substring(0, text.indexOf(begin) + begin.length())
                + String.join("\n", lines)
                + "\n"
                + text.substring(text.indexOf(end));
        if (System.getProperty("plumb.golden", "").equals("update")) {
            Files.writeString(README, wanted);
        }
        assertThat(Files.readString(README)).isEqualTo(wanted);
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
