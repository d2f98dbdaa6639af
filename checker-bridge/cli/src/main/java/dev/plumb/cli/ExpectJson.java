package dev.plumb.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Difference;
import dev.plumb.core.ManifestUpdate;
import dev.plumb.core.ModelCheckResult;
import java.util.Optional;

/** What a program reads of an updated manifest; fields may be added, none is renamed or removed. */
final class ExpectJson {
    private ExpectJson() {}

    /** Without an update where the result is none that can be expected. */
    static String line(ModelCheckResult result, Optional<ManifestUpdate> update, boolean written) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("plumb", 1).put("check", "expect");
        root.put("spec", result.spec()).put("config", result.config());
        root.put("outcome", result.outcome().getClass().getSimpleName()).put("written", written);
        update.ifPresent(some -> fill(root, some));
        return root.toString();
    }

    private static void fill(ObjectNode root, ManifestUpdate update) {
        root.putObject("source")
                .put("file", update.place().file())
                .put("line", update.place().line());
        ArrayNode changes = root.putArray("changes");
        for (ManifestUpdate.Change change : update.changes()) {
            ObjectNode node = changes.addObject().put("key", change.key());
            change.was().ifPresent(was -> node.put("was", was));
            change.now().ifPresent(now -> node.put("now", now));
        }
        ArrayNode leftAlone = root.putArray("leftAlone");
        update.leftAlone().forEach(leftAlone::add);
        ArrayNode differences = root.putArray("differences");
        update.differences().stream().map(Difference::text).forEach(differences::add);
    }
}
