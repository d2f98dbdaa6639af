package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.SourceRange;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tla2sany.semantic.SemanticNode;
import util.FilenameToStream;

/** The text that syntax nodes were parsed from. */
final class SourceText {
    private static final int TAB = 8;

    private final FilenameToStream files;
    private final Map<String, List<String>> modules = new TreeMap<>();

    SourceText(FilenameToStream files) {
        this.files = files;
    }

    /** The text of a node as it stands in its module, its lines aligned as they are there. */
    String block(SemanticNode node) {
        SourceRange range = Places.of(node);
        List<String> lines = modules.computeIfAbsent(range.module(), this::read);
        if (range.beginLine() < 1 || range.endLine() > lines.size()) {
            return "";
        }
        List<String> block = new ArrayList<>();
        for (int i = range.beginLine(); i <= range.endLine(); i++) {
            String line = lines.get(i - 1);
            int from = i == range.beginLine() ? range.beginColumn() - 1 : 0;
            int to = i == range.endLine() ? Math.min(range.endColumn(), line.length()) : line.length();
            String indent = i == range.beginLine() ? " ".repeat(from) : "";
            block.add(indent + line.substring(Math.min(from, to), to));
        }
        return String.join("\n", block);
    }

    /** The text of a node on one line, without comments. */
    String line(SemanticNode node) {
        return block(node)
                .replaceAll("\\\\\\*[^\\n]*", "")
                .replaceAll("\\(\\*.*?\\*\\)", "")
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** SANY counts a tab as up to eight columns. */
    private static String expandTabs(String line) {
        StringBuilder expanded = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            expanded.append(c == '\t' ? " ".repeat(TAB - expanded.length() % TAB) : c);
        }
        return expanded.toString();
    }

    private synchronized List<String> read(String module) {
        File file = files.resolve(module, true);
        try {
            return Files.readAllLines(file.toPath()).stream()
                    .map(SourceText::expandTabs)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
