package dev.plumb.simulation.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumb.simulation.RecordText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A node's disk: one file, which holds what was synced last, whatever happens to the process. */
final class Storage {
    private final Path file;

    Storage(Path file) {
        this.file = file;
    }

    Optional<Object> read() throws IOException {
        return Files.exists(file) ? Optional.of(RecordText.parse(Files.readString(file))) : Optional.empty();
    }

    /** Returns when the disk survives the end of the process, and of the operating system. */
    void sync(Object disk) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(RecordText.of(disk).getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
