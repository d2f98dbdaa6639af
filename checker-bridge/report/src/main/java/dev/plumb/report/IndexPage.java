package dev.plumb.report;

import dev.plumb.core.ModelCheckResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Many results on one page that needs no network and no JavaScript: what came of each, with a link to what shows it. */
public final class IndexPage {
    private static final String STYLE = Resources.read("index.css");

    /**
     * A result and where it is.
     *
     * @param link from the page to what shows the result
     */
    public record Entry(Checked checked, String link) {}

    private final Markup out = new Markup();

    private IndexPage() {}

    /** The same results, the same bytes. */
    public static String of(List<Entry> entries) {
        IndexPage page = new IndexPage();
        page.write(entries);
        return page.out.toString();
    }

    private void write(List<Entry> entries) {
        long bad = entries.stream().filter(IndexPage::isBad).count();
        String title = bad == 0
                ? Words.count(entries.size(), "result") + ", all as expected"
                : bad + " of " + Words.count(entries.size(), "result") + " not as expected";
        HtmlHead.write(out, title, STYLE, List.of());
        out.leaf("h1", (bad == 0 ? "✓ " : "✗ ") + title, "class", bad == 0 ? "good" : "bad")
                .line();
        byFolder(entries).forEach(this::table);
        out.leaf("footer", "Written by Plumb.").line();
        out.closeLine().closeLine().closeLine();
    }

    private static boolean isBad(Entry entry) {
        return entry.checked().exitCode() != 0;
    }

    private static Map<String, List<Entry>> byFolder(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> split(entry.checked().name())[0], TreeMap::new, Collectors.toList()));
    }

    /** The folder and the file: {@code specs/lease}, {@code MCLease.cfg}. */
    private static String[] split(String name) {
        int end = name.lastIndexOf('/');
        return new String[] {end < 0 ? "" : name.substring(0, end), name.substring(end + 1)};
    }

    private void table(String folder, List<Entry> entries) {
        out.leaf("h2", folder.isEmpty() ? "Results" : folder).line();
        out.open("div", "class", "scroll").open("table").line().open("thead").open("tr");
        List.of("", "what", "came out", "expected", "states", "generated", "depth", "time")
                .forEach(head -> out.leaf("th", head, "scope", "col"));
        out.close().closeLine().open("tbody").line();
        entries.forEach(this::row);
        out.close().close().closeLine();
    }

    private void row(Entry entry) {
        Checked checked = entry.checked();
        boolean bad = isBad(entry);
        out.open("tr", "class", bad ? "bad" : "good");
        out.leaf("td", bad ? "✗" : "✓", "title", bad ? "not as expected" : "as expected");
        out.open("th", "scope", "row");
        out.leaf("a", Printable.cut(split(checked.name())[1], 200), "href", entry.link());
        out.close();
        out.leaf("td", Words.outcome(checked.outcome()), "title", Printable.cut(checked.sentence(), 600));
        numbers(checked).forEach(number -> out.leaf("td", number));
        out.leaf("td", Words.duration(checked.duration())).closeLine();
    }

    /** How it compares with what was expected, then states, generated states and depth, as far as they are known. */
    private static List<String> numbers(Checked checked) {
        if (checked instanceof Checked.OfTrace trace) {
            return List.of(expected(checked), Words.count(trace.result().states()), "", "");
        }
        String expected = expected(checked);
        Optional<ModelCheckResult> result =
                checked instanceof Checked.OfModel model ? Optional.of(model.result()) : Optional.empty();
        return result.flatMap(ModelCheckResult::statistics)
                .map(s -> List.of(
                        expected,
                        s.distinct() > 0 ? Words.count(s.distinct()) : "",
                        Words.count(s.generated()),
                        s.depth() > 0 ? "" + s.depth() : ""))
                .orElseGet(() -> List.of(expected, "", "", ""));
    }

    private static String expected(Checked checked) {
        if (checked.exitCode() == 0) {
            return "as expected";
        }
        return checked instanceof Checked.OfModel model
                ? model.comparison().expected().map(each -> each.outcome()).orElse("success")
                : "conforms";
    }
}
