package dev.plumb.cli;

import dev.plumb.report.Checked;
import dev.plumb.report.GitHubLines;
import dev.plumb.report.IndexPage;
import dev.plumb.report.IndexPage.Entry;
import dev.plumb.report.JUnitXml;
import dev.plumb.report.MarkdownSummary;
import dev.plumb.report.Sarif;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a CI reads of all results of a command together. */
final class CiReports {
    private static final String INDEX = "index.html";

    private final String command;
    private final List<Checked> results;
    private final List<Entry> entries;

    /**
     * The reports of one command.
     *
     * @param command names the files: what another command leaves in the same folder stays
     * @param results by the names of their folders
     */
    CiReports(String command, Map<String, Checked> results) {
        this.command = command;
        this.results = List.copyOf(results.values());
        this.entries = results.entrySet().stream()
                .map(result -> new Entry(result.getValue(), ReportFolder.link(result.getKey(), result.getValue())))
                .toList();
    }

    void write(Path out) {
        ReportFolder folder = ReportFolder.of(out);
        folder.write(command + "-junit.xml", JUnitXml.of(results));
        folder.write(command + ".sarif", Sarif.of(command, results));
        folder.write(command + ".md", MarkdownSummary.of(command, results));
        if (results.size() > 1) {
            folder.write(INDEX, IndexPage.of(entries));
        }
    }

    /** The lines of which GitHub Actions makes notes beside the code; nothing anywhere else. */
    void print(PrintWriter log) {
        if (isInGitHubActions()) {
            log.print(GitHubLines.of(results));
            log.flush();
        }
    }

    /** The property is for tests, which run in GitHub Actions, too. */
    private static boolean isInGitHubActions() {
        return System.getProperty(
                        "plumb.github",
                        Optional.ofNullable(System.getenv("GITHUB_ACTIONS")).orElse(""))
                .equals("true");
    }
}
