package dev.plumb.simulation.sockets;

import dev.plumb.simulation.ClockReading;
import dev.plumb.simulation.drive.SimulationProblems;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link HeldNode} as its controller sees it. */
final class HeldProcess implements Closeable {
    private static final List<String> SMALL_AND_QUICK =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    private static final int SILENCE_MILLIS_MAX = 60_000;

    private final String name;
    private final Process process;
    private final Conversation conversation;
    private String stamp = "";

    /** What a node did about one thing that it was told. */
    record Answer(List<String> effects, List<Sent> sent) {}

    /** A message that a node has sent, with its stamp, as text. */
    record Sent(String to, String stamp, String message) {}

    private HeldProcess(String name, Process process, Conversation conversation) {
        this.name = name;
        this.process = process;
        this.conversation = conversation;
    }

    /** Starts a JVM with a {@link HeldNode}, and waits until it has called. */
    static HeldProcess start(String name, List<String> arguments, ServerSocket server, Path stderr) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_AND_QUICK);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HeldNode.class.getName()));
        command.add(String.valueOf(server.getLocalPort()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(stderr.toFile())
                .start();
        try {
            server.setSoTimeout(SILENCE_MILLIS_MAX);
            Socket socket = server.accept();
            socket.setSoTimeout(SILENCE_MILLIS_MAX);
            HeldProcess held = new HeldProcess(name, process, new Conversation(socket));
            held.conversation.hear();
            return held;
        } catch (IOException neverCalled) {
            process.destroyForcibly();
            throw SimulationProblems.nodeHasGone(name, Files.readString(stderr));
        }
    }

    /** Tells the node to do something, and hears what came of it. */
    Answer tell(String what, ClockReading clock, String... more) throws IOException {
        List<String> words = new ArrayList<>(
                List.of(what, String.valueOf(clock.earliestMillis()), String.valueOf(clock.latestMillis())));
        words.addAll(List.of(more));
        conversation.say(words.toArray(String[]::new));
        Answer answer = new Answer(new ArrayList<>(), new ArrayList<>());
        while (true) {
            List<String> heard = conversation
                    .hear()
                    .orElseThrow(() -> SimulationProblems.nodeHasGone(name, "It hung up when it was told " + words));
            switch (heard.get(0)) {
                case "effect" -> answer.effects().add(heard.get(1));
                case "send" -> answer.sent().add(new Sent(heard.get(1), heard.get(2), heard.get(3)));
                case "threw" -> {
                    answer.effects().add("threw " + heard.get(1));
                    return answer;
                }
                default -> {
                    stamp = heard.get(1);
                    return answer;
                }
            }
        }
    }

    /** What it had done when it answered last, for whoever comes after it. */
    String stamp() {
        return stamp;
    }

    /** Kills the process, which has no chance to do anything about it. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        conversation.close();
    }
}
