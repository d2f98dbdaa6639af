package dev.plumb.traces;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The key of a file's first object that tells its format: no other format has it there. */
final class TellingKey {
    static final String STATES = "states";
    static final String META = "#meta";
    static final String COUNTEREXAMPLE = "counterexample";

    private static final Set<String> ALONE = Set.of(Fields.VERSION_KEY, META, COUNTEREXAMPLE);

    private TellingKey() {}

    /** The key; empty text where the object has none, or where the file does not begin with an object. */
    static String of(InputStream beginning) throws IOException {
        try (JsonParser json = Json.FACTORY.createParser(beginning)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                if (ALONE.contains(key) || (key.equals(STATES) && !hasUpdates(json))) {
                    return key;
                }
                json.skipChildren();
            }
        } catch (JsonProcessingException e) {
            // whoever reads the file tells what is wrong with it
        }
        return "";
    }

    /** Whether this is the variable of a trace of the 2024 tools that has such a name. */
    private static boolean hasUpdates(JsonParser json) throws IOException {
        return json.currentToken() != JsonToken.START_ARRAY
                || json.nextToken() != JsonToken.START_OBJECT
                || "op".equals(json.nextFieldName());
    }
}
