package dev.plumb.core;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.plumb.traces.Source;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows where it stands: for messages that name a line, and for changes that leave the rest of the
 * file as it is.
 *
 * @param text of a string or a number; empty for all others
 * @param members of an object, in the order of the file
 * @param elements of an array
 * @param place of its first character
 * @param keyBegin where its key begins, if it is a member of an object, else where it begins itself
 * @param begin index of its first character in the file's text
 * @param end index behind its last
 */
record LocatedJson(
        Kind kind,
        String text,
        Map<String, LocatedJson> members,
        List<LocatedJson> elements,
        Source place,
        int keyBegin,
        int begin,
        int end) {
    enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        INTEGER,
        OTHER
    }

    /** Some editors begin a file with it; JSON does not have it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads a file.
     *
     * @throws dev.plumb.traces.Problem if it cannot be read, is no JSON, or has a key twice
     */
    static LocatedJson read(Path file) {
        return parse(file, text(file));
    }

    /** The text of a file, in which {@link #begin} and {@link #end} count. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw CoreProblems.unreadable(file, "it is not in UTF-8");
        } catch (IOException e) {
            throw CoreProblems.unreadable(file, e.getMessage());
        }
    }

    static LocatedJson parse(Path file, String text) {
        JsonFactory json = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        String visible = text.startsWith(BYTE_ORDER_MARK) ? " " + text.substring(1) : text;
        try (JsonParser parser = json.createParser(visible)) {
            Reader reader = new Reader(parser, file.toString());
            parser.nextToken();
            LocatedJson value = reader.value(index(parser.currentTokenLocation()));
            if (parser.nextToken() != null) {
                throw CoreProblems.unreadableManifest(reader.place(), "something follows its end");
            }
            return value;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            throw CoreProblems.unreadableManifest(new Source(file.toString(), line), e.getOriginalMessage());
        } catch (IOException e) {
            throw CoreProblems.unreadable(file, e.getMessage());
        }
    }

    /** An object without members in place of one that is not there. */
    static LocatedJson absent(LocatedJson parent) {
        return new LocatedJson(Kind.OBJECT, "", Map.of(), List.of(), parent.place, parent.end, parent.end, parent.end);
    }

    Optional<LocatedJson> member(String key) {
        return Optional.ofNullable(members.get(key));
    }

    private static int index(JsonLocation location) {
        return (int) location.getCharOffset();
    }

    /** Builds the tree from Jackson's tokens, which know their places; its own trees do not. */
    private record Reader(JsonParser parser, String file) {
        LocatedJson value(int keyBegin) throws IOException {
            JsonToken token = parser.currentToken();
            Source place = place();
            int begin = index(parser.currentTokenLocation());
            Map<String, LocatedJson> members = new LinkedHashMap<>();
            List<LocatedJson> elements = new ArrayList<>();
            String text = "";
            if (token == JsonToken.START_OBJECT) {
                members(members);
            } else if (token == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(index(parser.currentTokenLocation())));
                }
            } else {
                parser.finishToken();
                text = token == null ? "" : parser.getText();
            }
            int end = index(parser.currentLocation());
            return new LocatedJson(kind(token), text, members, elements, place, keyBegin, begin, end);
        }

        private void members(Map<String, LocatedJson> members) throws IOException {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                int keyBegin = index(parser.currentTokenLocation());
                parser.nextToken();
                members.put(key, value(keyBegin));
            }
        }

        Source place() {
            return new Source(file, Math.max(0, parser.currentTokenLocation().getLineNr()));
        }

        private static Kind kind(@Nullable JsonToken token) {
            if (token == null) {
                return Kind.OTHER;
            }
            return switch (token) {
                case START_OBJECT -> Kind.OBJECT;
                case START_ARRAY -> Kind.ARRAY;
                case VALUE_STRING -> Kind.STRING;
                case VALUE_NUMBER_INT -> Kind.INTEGER;
                default -> Kind.OTHER;
            };
        }
    }
}
