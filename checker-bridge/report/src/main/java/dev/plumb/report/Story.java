package dev.plumb.report;

import java.util.ArrayList;
import java.util.List;

/** What shows a result, in so few lines that it fits beside others. */
final class Story {
    private static final int LINES_MAX = 20;
    private static final int FIRST = 6;

    private Story() {}

    /** The beginning and the end of its text: what came of it, the last steps, and how to see it again. */
    static List<String> of(Checked checked) {
        List<String> lines =
                checked.text(TextReport.plain()).stripTrailing().lines().toList();
        if (lines.size() <= LINES_MAX) {
            return lines;
        }
        int last = LINES_MAX - FIRST - 1;
        List<String> story = new ArrayList<>(lines.subList(0, FIRST));
        story.add("  (" + (lines.size() - FIRST - last) + " lines left out)");
        story.addAll(lines.subList(lines.size() - last, lines.size()));
        return story;
    }
}
