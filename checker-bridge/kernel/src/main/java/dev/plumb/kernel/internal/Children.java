package dev.plumb.kernel.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.SemanticNode;

/** What a syntax tree has below a node. SANY has a null among the children where a CASE says OTHER, and none at a leaf. */
final class Children {
    private Children() {}

    static List<SemanticNode> of(SemanticNode node) {
        return present(node.getChildren());
    }

    static List<SemanticNode> present(SemanticNode @Nullable [] nodes) {
        return nodes == null
                ? List.of()
                : Arrays.stream(nodes).filter(Objects::nonNull).toList();
    }
}
