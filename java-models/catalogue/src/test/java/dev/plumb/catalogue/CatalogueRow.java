package dev.plumb.catalogue;

import dev.plumb.core.Config;
import dev.plumb.core.Manifest;
import dev.plumb.simulation.drive.Protocols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A protocol in the table of all.
 *
 * @param title the heading of its page
 * @param models what must come of each of its models, by {@code .cfg}
 * @param java what must come of it in Java, if it is there
 */
record CatalogueRow(Path folder, String title, List<Expected> models, Optional<JavaProtocol> java) {
    static final String HEAD =
            "| Protocol | Refines | Promises | Distinct states | Java | Explored, each step specified"
                    + " | Traces | Bugs caught, of those planted |";
    static final String LINE = "|---|---|---|---:|---|---|---|---|";

    private static final String NONE = "–";
    private static final String REFINES = "Refines";
    private static final String PLANTED_BUG = "\\* Planted bug";

    /** A model and what its manifest says of it. */
    record Expected(Config config, Manifest.Entry entry) {
        boolean isKept() {
            return entry.expectation().result().equals("success");
        }

        boolean isBug() {
            return config.text().startsWith(PLANTED_BUG);
        }
    }

    static CatalogueRow of(Path folder) throws IOException {
        String spec = Project.SPECS.relativize(folder).toString();
        List<Expected> models = Manifest.of(folder).entries().entrySet().stream()
                .map(model -> new Expected(Config.read(folder.resolve(model.getKey())), model.getValue()))
                .toList();
        String heading = Files.readAllLines(folder.resolve("README.md")).get(0);
        return new CatalogueRow(
                folder,
                heading.substring("# ".length()),
                models,
                JavaProtocol.all().stream()
                        .filter(each -> each.spec().equals(spec))
                        .findFirst());
    }

    String text() {
        return Stream.of(
                        "[" + title + "](" + Project.SPECS.relativize(folder) + ")",
                        code(checked()
                                .filter(CatalogueRow::isRefinement)
                                .map(name -> name.substring(REFINES.length()))),
                        code(checked().filter(name -> !isRefinement(name) && !name.equals("TypeOK"))),
                        distinct(),
                        inJava(each -> "`" + each.name() + "`"),
                        inJava(CatalogueRow::worlds),
                        inJava(each -> each.conforming().size() + " conform, "
                                + each.diverging().size() + " diverge"),
                        bugs())
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String inJava(Function<JavaProtocol, String> what) {
        return java.map(what).orElse(NONE);
    }

    /** What models check that are to hold. */
    private Stream<String> checked() {
        return models.stream()
                .filter(Expected::isKept)
                .flatMap(model -> Stream.of("INVARIANT", "PROPERTY")
                        .flatMap(kind -> model.config().statements().getOrDefault(kind, List.of()).stream()))
                .map(Config.Name::text);
    }

    private static boolean isRefinement(String property) {
        return property.startsWith(REFINES);
    }

    private static String code(Stream<String> names) {
        SortedSet<String> all = names.collect(Collectors.toCollection(TreeSet::new));
        return all.isEmpty() ? NONE : all.stream().collect(Collectors.joining("`, `", "`", "`"));
    }

    /** Of the largest model of each tier. */
    private String distinct() {
        String quick = number(distinct("pr").max().orElseThrow());
        return distinct("nightly")
                .boxed()
                .max(Long::compare)
                .map(slow -> quick + ", nightly " + number(slow))
                .orElse(quick);
    }

    private LongStream distinct(String tier) {
        return models.stream()
                .filter(Expected::isKept)
                .map(model -> model.entry().expectation())
                .filter(expected -> expected.tier().equals(tier))
                .flatMapToLong(expected -> expected.distinct().min().stream());
    }

    private static String worlds(JavaProtocol protocol) {
        return protocol.worlds().entrySet().stream()
                .map(world -> number(world.getValue()) + " states of `" + world.getKey() + "`")
                .collect(Collectors.joining(", "));
    }

    private String bugs() {
        List<Expected> planted = models.stream().filter(Expected::isBug).toList();
        String inSpec =
                "spec " + share(planted.stream().filter(bug -> !bug.isKept()).count(), planted.size());
        return java.map(each -> inSpec + ", Java "
                        + share(
                                each.bugs().size(),
                                Protocols.named(each.name()).bugs().size()))
                .orElse(inSpec);
    }

    private static String share(long caught, long planted) {
        return caught + "/" + planted;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
