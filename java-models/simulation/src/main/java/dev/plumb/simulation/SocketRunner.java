package dev.plumb.simulation;

import dev.plumb.refinement.Recorder;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs one node on real sockets: TCP on the loopback interface, messages of one sender to one receiver in order.
 *
 * <p>One thread, the one that calls {@link #run}, owns the node's state and does everything that has an effect. Threads
 * that read sockets and wait for timers only put tasks into its inbox, which is unbounded: a sender never waits for a
 * receiver to handle its message, so nodes that send to each other cannot block each other.
 *
 * @param <D> what the node has on disk
 * @param <M> what it has in memory
 */
public final class SocketRunner<D, M> implements Closeable {
    private final String name;
    private final Node<D, M> node;
    private final Recorder recorder;
    private final Runnable finished;
    private final ServerSocket server;
    private final Links links = new Links();
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Queue<Socket> accepted = new ConcurrentLinkedQueue<>();
    private final ScheduledThreadPoolExecutor timers;
    private final SortedMap<String, Effect.StartTimer> running = new TreeMap<>();
    private State<D, M> state;
    private boolean isRunning = true;

    private SocketRunner(String name, Node<D, M> node, Recorder recorder, Runnable finished, ServerSocket server) {
        this.name = name;
        this.node = node;
        this.recorder = recorder;
        this.finished = finished;
        this.server = server;
        this.timers = new ScheduledThreadPoolExecutor(1, task -> daemon("timers", task));
        D disk = node.format();
        this.state = new State<>(disk, node.boot(disk), ClockReading.UNKNOWN);
    }

    /**
     * A runner that listens on a port of the system's choice and has not started its node.
     *
     * @param finished is called when the node says that its work is done
     */
    public static <D, M> SocketRunner<D, M> open(String name, Node<D, M> node, Recorder recorder, Runnable finished)
            throws IOException {
        int anyPort = 0;
        int usualBacklog = 0;
        ServerSocket server = new ServerSocket(anyPort, usualBacklog, InetAddress.getLoopbackAddress());
        return new SocketRunner<>(name, node, recorder, finished, server);
    }

    public int port() {
        return server.getLocalPort();
    }

    /**
     * Starts the node and handles its inputs until {@link #stop}.
     *
     * @param ports where each node listens, by name, this one included
     */
    public void run(SortedMap<String, Integer> ports) throws InterruptedException {
        links.reach(ports);
        handle(new Input.Start());
        daemon("accept", this::accept).start();
        while (isRunning) {
            inbox.take().run();
        }
    }

    /** Hands the node a client's call, after its start. Answers go nowhere. */
    void call(Input.Call call) {
        inbox.add(() -> handle(call));
    }

    /** Makes {@link #run} return after the inputs that have arrived; from any thread. */
    public void stop() {
        inbox.add(() -> isRunning = false);
    }

    /** Frees the port and ends the threads; to be called when {@link #run} has returned. */
    @Override
    public void close() throws IOException {
        timers.shutdownNow();
        server.close();
        links.close();
        for (Socket socket : accepted) {
            socket.close();
        }
    }

    private void handle(Input input) {
        Step<D, M> step = node.on(state, input);
        state = step.state();
        step.notes().forEach(recorder::record);
        step.effects().forEach(this::perform);
    }

    private void perform(Effect effect) {
        if (effect instanceof Effect.Send send) {
            links.send(send.to(), new Frame(name, recorder.stamp(), send.message()));
        } else if (effect instanceof Effect.StartTimer start) {
            startTimer(start);
        } else if (effect instanceof Effect.StopTimer stop) {
            running.remove(stop.timer().toString());
        } else if (effect instanceof Effect.Sync sync) {
            inbox.add(() -> handle(new Input.Synced(sync.write())));
        } else if (effect instanceof Effect.Finish) {
            finished.run();
        }
    }

    @SuppressWarnings("ReferenceEquality") // of two starts that are equal, the older one must not count
    private void startTimer(Effect.StartTimer start) {
        String text = start.timer().toString();
        running.put(text, start);
        Runnable task = () -> {
            if (running.get(text) == start) { // neither stopped nor started anew
                running.remove(text);
                handle(new Input.Timer(start.timer()));
            }
        };
        var unused = timers.schedule(() -> inbox.add(task), start.delayMillis(), TimeUnit.MILLISECONDS);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                accepted.add(socket);
                if (server.isClosed()) { // between the two lines above
                    socket.close();
                }
                daemon("from-" + socket.getPort(), () -> read(socket)).start();
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void read(Socket socket) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
            while (true) {
                Frame frame = Frame.read(in);
                inbox.add(() -> {
                    recorder.received(frame.stamp());
                    handle(new Input.Deliver(frame.from(), frame.message()));
                });
            }
        } catch (IOException senderHasGone) {
            return;
        } catch (RuntimeException malformed) {
            inbox.add(() -> {
                throw malformed;
            });
        }
    }

    private Thread daemon(String purpose, Runnable task) {
        Thread thread = new Thread(task, name + "-" + purpose);
        thread.setDaemon(true);
        return thread;
    }
}
