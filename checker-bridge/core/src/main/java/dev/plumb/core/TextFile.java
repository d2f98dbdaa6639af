package dev.plumb.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A text file of the user's, to change some lines of it and nothing else: not its line ends, nor its encoding.
 *
 * @param charset UTF-8, or Latin-1 where it is not: that has a character for each byte
 */
record TextFile(Path path, Charset charset, String text) {
    static TextFile read(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            return new TextFile(path, charset, new String(bytes, charset));
        } catch (IOException e) {
            throw CoreProblems.unreadable(path, e.getMessage());
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** As it is before and behind the lines that differ; those end as its first one does. */
    TextFile with(List<String> lines) {
        List<String> old = text.lines().toList();
        int shorter = Math.min(old.size(), lines.size());
        int same = 0;
        while (same < shorter && old.get(same).equals(lines.get(same))) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < shorter - same && fromEnd(old, sameAtEnd).equals(fromEnd(lines, sameAtEnd))) {
            sameAtEnd++;
        }
        List<String> ended = List.of(text.split("(?<=\n)|(?<=\r)(?!\n)", -1));
        String end = ended.get(0).substring(old.get(0).length());
        StringBuilder changed = new StringBuilder(String.join("", ended.subList(0, same)));
        lines.subList(same, lines.size() - sameAtEnd)
                .forEach(line -> changed.append(line).append(end));
        changed.append(String.join("", ended.subList(old.size() - sameAtEnd, ended.size())));
        return new TextFile(path, charset, changed.toString());
    }

    private static String fromEnd(List<String> lines, int index) {
        return lines.get(lines.size() - 1 - index);
    }

    /** Whoever reads the file meanwhile sees all of the old text or all of the new. */
    void write() {
        try {
            Path file = path.toRealPath();
            Path copy = file.resolveSibling("." + file.getFileName() + ".plumb");
            try {
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                Files.writeString(copy, text, charset);
                Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw CoreProblems.unwritable(path, e.getClass().getSimpleName());
        }
    }
}
