package dev.plumb.simulation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.refinement.Recorder;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SocketRunnerTest {
    private static final int HITS = 50;

    @Test
    void two_nodes_in_one_jvm_play_until_both_are_done() throws Exception {
        Thread main = Thread.currentThread();
        try (SocketRunner<Nothing, Integer> ping = open("ping", main::interrupt);
                SocketRunner<Nothing, Integer> pong = open("pong", () -> {})) {
            TreeMap<String, Integer> ports = new TreeMap<>(Map.of("ping", ping.port(), "pong", pong.port()));
            Thread other = new Thread(() -> runUntilStopped(pong, ports));
            other.start();

            assertThatThrownBy(() -> ping.run(ports)).isInstanceOf(InterruptedException.class);

            pong.stop();
            other.join();
        }
    }

    @Test
    void a_closed_runner_listens_no_more_and_leaves_no_thread() throws Exception {
        SocketRunner<Nothing, Integer> pong = open("pong", () -> {});
        int port = pong.port();
        pong.stop();
        pong.run(new TreeMap<>());
        pong.close();

        assertThatThrownBy(() -> connect(port)).isInstanceOf(ConnectException.class);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("pong-")) {
                thread.join();
            }
        }
    }

    @Test
    void a_message_to_a_node_that_has_gone_is_lost_and_the_sender_goes_on() throws Exception {
        SocketRunner<Nothing, Integer> pong = open("pong", () -> {});
        int port = pong.port();
        pong.close();
        try (SocketRunner<Nothing, Integer> ping = open("ping", () -> {})) {
            new Thread(() -> sleepAndStop(ping)).start();
            ping.run(new TreeMap<>(Map.of("pong", port)));
        }
    }

    @Test
    void a_message_that_is_not_one_ends_the_run_with_the_reason() throws Exception {
        try (SocketRunner<Nothing, Integer> pong = open("pong", () -> {});
                Socket socket = connect(pong.port());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            out.writeUTF("ping");
            out.writeUTF("no stamp");
            out.writeUTF(RecordText.of(new PingPong.Ball()));

            assertThatThrownBy(() -> pong.run(new TreeMap<>())).hasMessage("\"no stamp\" is not a stamp.");
        }
    }

    private static SocketRunner<Nothing, Integer> open(String name, Runnable finished) throws IOException {
        return SocketRunner.open(name, new PingPong.Player(name, "pong", HITS), Recorder.NONE, finished);
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static void runUntilStopped(SocketRunner<Nothing, Integer> runner, TreeMap<String, Integer> ports) {
        try {
            runner.run(ports);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleepAndStop(SocketRunner<Nothing, Integer> runner) {
        try {
            Thread.sleep(200);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        runner.stop();
    }
}
