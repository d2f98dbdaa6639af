package dev.plumb.traces;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A file that is one JSON value, of which some parts are skipped and others read as values of their own. */
final class JsonDocument implements Closeable {
    private static final String ENDS = "it ends too early";

    private final String path;
    private final JsonParser json;

    JsonDocument(String path, InputStream in) throws IOException {
        this.path = path;
        this.json = Json.FACTORY.createParser(in);
    }

    /** Where the current token begins. */
    Source here() {
        return source(json.currentTokenLocation());
    }

    private Source source(JsonLocation at) {
        return new Source(path, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    /** Begins an object that must be here. */
    void enterObject(String what) throws IOException {
        enter(JsonToken.START_OBJECT, what, "an object");
    }

    /** Begins an array that must be here. */
    void enterArray(String what) throws IOException {
        enter(JsonToken.START_ARRAY, what, "an array");
    }

    private void enter(JsonToken expected, String what, String inWords) throws IOException {
        if (next() != expected) {
            throw TraceProblems.fieldIsNot(here(), what, inWords, json.getText());
        }
    }

    /** The next key of the object that was entered; empty text at its end. Its value is to be entered, read or skipped. */
    String key() throws IOException {
        return next() == JsonToken.FIELD_NAME ? json.currentName() : "";
    }

    /** Whether the array that was entered goes on. Its next item is the current token then. */
    boolean hasItem() throws IOException {
        return next() != JsonToken.END_ARRAY;
    }

    /** Reads the value of a key. */
    Json value() throws IOException {
        next();
        return item();
    }

    /** Reads the value that begins with the current token. */
    Json item() throws IOException {
        try {
            return Json.read(json, here());
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    void skipValue() throws IOException {
        next();
        try {
            json.skipChildren();
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    private Problem notJson(JsonProcessingException e) {
        String why = e instanceof JsonEOFException ? ENDS : e.getOriginalMessage();
        return FormatProblems.documentIsNotJson(source(e.getLocation()), why);
    }

    private JsonToken next() throws IOException {
        try {
            JsonToken token = json.nextToken();
            if (token == null) {
                throw FormatProblems.documentIsNotJson(source(json.currentLocation()), ENDS);
            }
            return token;
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
