package dev.plumb.core;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Changes of a JSON text that leave all else of it as it is, to the byte. What is added is written as its neighbours are.
 * Places are those of the text as it is now: a value must be looked up in {@link #root} after each change.
 */
final class JsonEdit {
    private static final String BLANKS = " \t\r\n";

    private final Path file;
    private String text;

    JsonEdit(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    String text() {
        return text;
    }

    LocatedJson root() {
        return LocatedJson.parse(file, text);
    }

    /**
     * Sets a member of an object.
     *
     * @param before keys that a new one stands behind, if they are there; else it comes last
     */
    void put(LocatedJson object, String key, String json, List<String> before) {
        Optional<LocatedJson> value = object.member(key);
        if (value.isPresent()) {
            splice(value.get().begin(), value.get().end(), json);
            return;
        }
        List<LocatedJson> members = List.copyOf(object.members().values());
        Optional<LocatedJson> neighbour = before.stream()
                .flatMap(other -> object.member(other).stream())
                .max(Comparator.comparingInt(LocatedJson::begin))
                .or(() -> members.stream().reduce((first, second) -> second));
        if (neighbour.isEmpty()) {
            splice(object.begin() + 1, object.begin() + 1, quoted(key) + ": " + json);
        } else {
            LocatedJson other = neighbour.get();
            String colon = text.substring(other.keyBegin(), other.begin()).replaceAll("(?s).*(?=:\\s*$)", "");
            splice(other.end(), other.end(), "," + blanksBefore(other.keyBegin()) + quoted(key) + colon + json);
        }
    }

    /** Takes a member out, and the comma with it. */
    void remove(LocatedJson object, String key) {
        List<LocatedJson> members = List.copyOf(object.members().values());
        LocatedJson gone = object.member(key).orElseThrow();
        int at = members.indexOf(gone);
        if (at > 0) {
            splice(members.get(at - 1).end(), gone.end(), "");
        } else {
            splice(gone.keyBegin(), members.size() > 1 ? members.get(1).keyBegin() : gone.end(), "");
        }
    }

    /** Adds an object to the end of an array. */
    void append(LocatedJson array, Map<String, String> members) {
        if (array.elements().isEmpty()) {
            String indent = indent(array.begin());
            String inner = indent + unit();
            splice(array.begin(), array.end(), "[" + line() + inner + object(inner, members) + line() + indent + "]");
            return;
        }
        LocatedJson last = array.elements().get(array.elements().size() - 1);
        String blanks = blanksBefore(last.begin());
        String json = blanks.contains("\n") ? object(indent(last.begin()), members) : inLine(members);
        splice(last.end(), last.end(), "," + blanks + json);
    }

    private String object(String indent, Map<String, String> members) {
        String separator = "," + line() + indent + unit();
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ": " + member.getValue())
                .collect(Collectors.joining(separator, "{" + separator.substring(1), line() + indent + "}"));
    }

    private static String inLine(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ": " + member.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    static String quoted(String string) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(string)) + '"';
    }

    private void splice(int begin, int end, String json) {
        text = text.substring(0, begin) + json + text.substring(end);
    }

    private String blanksBefore(int index) {
        int begin = index;
        while (begin > 0 && BLANKS.indexOf(text.charAt(begin - 1)) >= 0) {
            begin--;
        }
        return text.substring(begin, index);
    }

    /** The blanks with which the line of a character begins. */
    private String indent(int index) {
        int begin = text.lastIndexOf('\n', index - 1) + 1;
        return text.substring(begin).replaceAll("(?s)[^ \t].*", "");
    }

    /** By how much the members of the whole are indented. */
    private String unit() {
        return root().members().values().stream()
                .findFirst()
                .map(member -> blanksBefore(member.keyBegin()))
                .filter(blanks -> blanks.contains("\n"))
                .map(blanks -> blanks.substring(blanks.lastIndexOf('\n') + 1))
                .orElse("  ");
    }

    private String line() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
