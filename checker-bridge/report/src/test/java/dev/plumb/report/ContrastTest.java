package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts can be read on what they stand on: WCAG 2.1, success criterion 1.4.3, level AA. */
class ContrastTest {
    private static final double ENOUGH = 4.5;
    private static final String DARK = "@media (prefers-color-scheme:dark)";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void texts_of_the_page_are_readable(boolean dark) {
        Map<String, String> colours = colours(Resources.read("page.css"), "--(\\w+):(#\\w+)", dark);
        for (String ground : List.of("paper", "ground", "pickbg", "badbg")) {
            List.of("ink", "mute", "pick").forEach(text -> readable(colours, text, ground));
        }
        List.of("bad", "good", "open").forEach(text -> readable(colours, text, text + "bg"));
        List.of("bad", "open").forEach(text -> readable(colours, text, "paper"));
        List.of("addbg", "delbg").forEach(ground -> readable(colours, "ink", ground));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lanes_are_readable_and_so_are_the_numbers_in_their_points(boolean dark) {
        Map<String, String> colours = colours(Resources.read("diagram.css"), "\\.(l\\w)\\{color:(#\\w+)", dark);
        assertThat(colours).hasSize(9);
        String paper = dark ? "#11161d" : "#ffffff";
        colours.forEach(
                (lane, colour) -> assertThat(contrast(colour, paper)).as(lane).isGreaterThan(ENOUGH));
    }

    private static void readable(Map<String, String> colours, String text, String ground) {
        assertThat(contrast(colours.get(text), colours.get(ground)))
                .as("%s on %s", text, ground)
                .isGreaterThan(ENOUGH);
    }

    private static Map<String, String> colours(String css, String pattern, boolean dark) {
        int start = css.indexOf(DARK);
        Map<String, String> colours = new LinkedHashMap<>();
        Pattern.compile(pattern)
                .matcher(dark ? css.substring(start) : css.substring(0, start))
                .results()
                .forEach(result -> colours.put(result.group(1), result.group(2)));
        return colours;
    }

    private static double contrast(String a, String b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i -> weights[i] * linear(channel(colour, i)))
                .sum();
    }

    private static int channel(String colour, int index) {
        boolean isShort = colour.length() == 4;
        String digits = isShort
                ? colour.substring(index + 1, index + 2).repeat(2)
                : colour.substring(2 * index + 1, 2 * index + 3);
        return Integer.parseInt(digits, 16);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
