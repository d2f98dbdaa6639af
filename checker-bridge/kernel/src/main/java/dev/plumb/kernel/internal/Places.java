package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.SourceRange;
import tla2sany.semantic.SemanticNode;
import tla2sany.st.Location;

/** Places of syntax nodes. */
final class Places {
    private Places() {}

    static SourceRange of(SemanticNode node) {
        return of(node.getTreeNode().getLocation());
    }

    static SourceRange of(Location at) {
        return new SourceRange(at.source(), at.beginLine(), at.beginColumn(), at.endLine(), at.endColumn());
    }
}
