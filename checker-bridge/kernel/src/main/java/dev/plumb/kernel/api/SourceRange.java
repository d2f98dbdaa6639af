package dev.plumb.kernel.api;

/** A place in a TLA+ module; lines and columns count from 1, the end is inclusive. */
public record SourceRange(String module, int beginLine, int beginColumn, int endLine, int endColumn) {
    /** {@code TwoPhase.tla:71:6}: what editors and terminals make a link of. */
    @Override
    public String toString() {
        return module + ".tla:" + beginLine + ":" + beginColumn;
    }
}
