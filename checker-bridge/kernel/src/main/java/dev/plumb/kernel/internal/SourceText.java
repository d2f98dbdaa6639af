package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.SourceRange;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tla2sany.parser.SyntaxTreeNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.SemanticNode;
import util.FilenameToStream;

/** The text that syntax nodes were parsed from. */
final class SourceText {
    private static final int TAB = 8;
    /** Of LET, definitions, IN and expression. */
    private static final int LET_DEFINITIONS = 1;

    private final FilenameToStream files;
    private final Map<String, List<String>> modules = new TreeMap<>();

    SourceText(FilenameToStream files) {
        this.files = files;
    }

    /** The text of a node as it stands in its module, its lines aligned as they are there. */
    String block(SemanticNode node) {
        return block(Places.of(node));
    }

    /** The text at a place. */
    String text(SourceRange range) {
        return block(range).strip();
    }

    private String block(SourceRange range) {
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
                .replaceAll("(?s)\\(\\*.*?\\*\\)", "")
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** The text of a node inside an expression. Several lines keep their columns: lists of /\\ and \\/ depend on them. */
    String inline(SemanticNode node) {
        String block = block(node);
        return block.contains("\n") ? "(\n" + block + "\n)" : block.strip();
    }

    /** What stands between LET and IN. */
    String definitions(LetInNode let) {
        SyntaxTreeNode[] parts = ((SyntaxTreeNode) let.getTreeNode()).getHeirs();
        return block(Places.of(parts[LET_DEFINITIONS].getLocation()));
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

    private List<String> read(String module) {
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
