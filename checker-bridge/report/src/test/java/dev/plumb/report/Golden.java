package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that pin what is printed; {@code -Dplumb.golden=update} writes them anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/dev/plumb/report/golden");

    private Golden() {}

    /** A page without the style and the scripts of ours that are in each. */
    static void page(String file, String page) {
        matches(
                file,
                page.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1>…</$1>").replaceAll("sha256-[^&]*", "sha256-…"));
    }

    static void matches(String file, String actual) {
        Path golden = FOLDER.resolve(file);
        try {
            if ("update".equals(System.getProperty("plumb.golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(golden, actual);
            }
            assertThat(actual)
                    .as("%s; if the change is meant, run the tests with -Dplumb.golden=update", golden)
                    .isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
