package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.TraceCheckResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of the page, none of them blank; {@code -Dplumb.pictures=FOLDER} leaves them there to be looked at. */
@Tag("browser")
class PicturesTest {
    @TempDir
    static Path folder;

    private static Chromium chromium;

    private enum Picture {
        VIOLATION(HtmlReport.of(Stories.violation()), "", 1280, 1100),
        DIVERGENCE(HtmlReport.of(Stories.divergence()), "", 1280, 1100),
        SEARCH(HtmlReport.of(Stories.violation()), "#s=7&d=2&q=changed:rmState&x=rmState[%22r1%22]", 1280, 1050),
        LOOP(HtmlReport.of(Stories.lasso()), "", 1280, 900),
        LONG(HtmlReport.of(Stories.longTrace(100_000, 4_000)), "", 1280, 1150),
        DARK(HtmlReport.of(Stories.violation()), "#s=6", 1280, 1100),
        CRASH(HtmlReport.of(Stories.crashed()), "#s=3", 1280, 900),
        HOSTILE(HtmlReport.of(Stories.hostile()), "", 1280, 900),
        NARROW(HtmlReport.of(Stories.divergence()), "", 420, 2400),
        PRINT(HtmlReport.of(Stories.violation()), "", 760, 1600),
        DARK_DIVERGENCE(HtmlReport.of(Stories.divergence()), "", 1280, 1100),
        NARROW_VIOLATION(HtmlReport.of(Stories.violation()), "", 420, 2400),
        WALK_WHO(walk("demo/hasty", Stories.divergence()), "", 1280, 1100, ".stage"),
        WALK_MESSAGE(walk("MCTwoPhase_Hasty", Stories.violation()), "#s=7", 1280, 1100, ".timeline"),
        WALK_CHANGED(walk("MCTwoPhase_Hasty", Stories.violation()), "#s=8&x=rmState[r1]", 1280, 1100, "#card"),
        WALK_REPLIES(walk("MCAbdRegister_Hasty", Stories.violation()), "#s=7", 1280, 1100, ".timeline"),
        WALK_INSTEAD(walk("demo/hasty", Stories.divergence()), "", 1280, 1100, "main > section"),
        WALK_FALSE(walk("MCTwoPhase_Hasty", Stories.violation()), "", 1280, 1100, "main > section"),
        WALK_LOOP(walk("MCTwoPhase_Blocks", Stories.lasso()), "", 1280, 1100, "main > section + section"),
        WALK_AGAIN(walk("demo/hasty", Stories.divergence()), "", 1280, 1100, "header");

        private final String page;
        private final String address;
        private final int width;
        private final int height;
        private final Optional<String> selector;

        Picture(String page, String address, int width, int height) {
            this(page, address, width, height, Optional.empty());
        }

        Picture(String page, String address, int width, int height, String selector) {
            this(page, address, width, height, Optional.of(selector));
        }

        Picture(String page, String address, int width, int height, Optional<String> selector) {
            this.page = page;
            this.address = address;
            this.width = width;
            this.height = height;
            this.selector = selector;
        }

        /** The page that commands have left below {@code -Dplumb.walk=FOLDER}; without it, that of a story like theirs. */
        private static String walk(String folder, ModelCheckResult story) {
            return walk(folder, HtmlReport.of(story));
        }

        private static String walk(String folder, TraceCheckResult story) {
            return walk(folder, HtmlReport.of(story));
        }

        private static String walk(String folder, String story) {
            String out = System.getProperty("plumb.walk");
            try {
                return out == null ? story : Files.readString(Path.of(out, folder, "page.html"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean isDark() {
            return name().startsWith("DARK");
        }

        private String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
        }
    }

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Chromium.program().isPresent() || "true".equals(System.getenv("CI")), "no chromium on the PATH");
        chromium = Chromium.start(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_picture_is_blank(Picture picture) throws IOException {
        Path target = Path.of(System.getProperty("plumb.pictures", folder.toString()));
        Path file = target.resolve(picture.file());
        chromium.media(picture == Picture.PRINT ? "print" : "screen", picture.isDark());
        chromium.window(picture.width, picture.height);
        chromium.open(Files.writeString(folder.resolve("page.html"), picture.page), picture.address);
        if (picture.selector.isPresent()) {
            chromium.screenshot(file, picture.selector.get());
        } else {
            chromium.screenshot(file);
        }
        assertThat(colours(ImageIO.read(file.toFile()))).isGreaterThan(30);
    }

    private static long colours(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).distinct().count();
    }
}
