package dev.plumb.report;

/** Names of files and folders that are made from names which others chose: they may hold what is no file name, or be a path. */
public final class FileName {
    /** File systems take no names above 255 bytes. */
    private static final int LENGTH_MAX = 120;

    private FileName() {}

    /** For the result of that name: the end of a path tells more than its beginning. */
    public static String of(String name) {
        String clean = name.replaceAll("[^\\w.-]", "_").replaceAll("^[.]+", "_");
        return clean.substring(Math.max(0, clean.length() - LENGTH_MAX));
    }

    /** For the result of a model, which is known by its {@code .cfg} or module. */
    public static String ofModel(String label) {
        return of(label.replaceAll("\\.(cfg|tla)$", ""));
    }
}
