package dev.plumb.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Models as a table for people, folder by folder. */
final class ListText {
    private static final List<String> HEAD = List.of("model", "module", "tier", "expected", "last result");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private ListText() {}

    static String of(List<ListedModel> models) {
        Map<Path, List<ListedModel>> folders = new LinkedHashMap<>();
        for (ListedModel model : models) {
            Path folder = model.config().toAbsolutePath().getParent();
            folders.computeIfAbsent(folder, f -> new ArrayList<>()).add(model);
        }
        StringBuilder text = new StringBuilder();
        folders.values().forEach(each -> text.append(folder(each)).append('\n'));
        return text.append(summary(models)).append('\n').toString();
    }

    private static String folder(List<ListedModel> models) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        models.forEach(model -> rows.add(row(model)));
        StringBuilder text = new StringBuilder();
        Path folder = models.get(0).config().getParent();
        text.append(folder == null ? "." : folder).append('\n');
        rows.forEach(row -> text.append("  ").append(line(row, rows)).append('\n'));
        return text.toString();
    }

    private static List<String> row(ListedModel model) {
        return List.of(model.name(), model.module(), model.tier(), model.expected(), last(model));
    }

    private static String line(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            int column = i;
            int width = rows.stream()
                    .mapToInt(each -> each.get(column).length())
                    .max()
                    .orElse(0);
            line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }

    /** {@code holds, 288 distinct states, 2026-11-21 07:14, older than TwoPhase.tla}. */
    private static String last(ListedModel model) {
        List<String> parts = new ArrayList<>();
        model.last().ifPresent(result -> {
            parts.add(result.outcome());
            result.distinct().ifPresent(d -> parts.add(String.format(Locale.ROOT, "%,d distinct states", d)));
            parts.add(WHEN.format(result.when()));
            if (!result.asExpected()) {
                parts.add("not as expected");
            }
        });
        model.newer().ifPresent(file -> parts.add("older than " + file.getFileName()));
        model.problem().ifPresent(problem -> parts.add(problem.code() + " " + problem.what()));
        if (parts.isEmpty()) {
            parts.add(
                    model.isShared()
                            ? "not known: several models of this name leave theirs in one place"
                            : "never checked");
        }
        return String.join(", ", parts);
    }

    /** {@code 11 models: 9 as expected, 1 not as expected, 1 outdated or not checked}. */
    private static String summary(List<ListedModel> models) {
        List<ListedModel> current = models.stream()
                .filter(model -> model.last().isPresent() && model.newer().isEmpty())
                .toList();
        long good = current.stream()
                .filter(model -> model.last().orElseThrow().asExpected())
                .count();
        return models.size() + " models: " + good + " as expected, " + (current.size() - good) + " not as expected, "
                + (models.size() - current.size()) + " to be checked";
    }
}
