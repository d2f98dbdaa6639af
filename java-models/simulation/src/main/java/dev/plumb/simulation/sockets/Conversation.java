package dev.plumb.simulation.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/** Lines of words over a connection; no word has a tab or an end of line in it. */
final class Conversation implements Closeable {
    private static final String BETWEEN = "\t";

    private final Socket socket;
    private final BufferedReader in;
    private final Writer out;

    Conversation(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        this.out = new OutputStreamWriter(socket.getOutputStream(), UTF_8);
        socket.setTcpNoDelay(true);
    }

    void say(String... words) throws IOException {
        out.write(String.join(BETWEEN, words) + "\n");
        out.flush();
    }

    /** What the other one says next; empty if it has gone. */
    Optional<List<String>> hear() throws IOException {
        return Optional.ofNullable(in.readLine()).map(line -> List.of(line.split(BETWEEN, -1)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
