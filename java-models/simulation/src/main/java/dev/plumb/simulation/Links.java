package dev.plumb.simulation;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.SortedMap;
import java.util.TreeMap;

/** A node's connections to the others, made when first used. A message to a node that has gone is lost. */
final class Links implements Closeable {
    private static final System.Logger LOG = System.getLogger(Links.class.getName());

    private final SortedMap<String, Integer> ports = new TreeMap<>();
    private final SortedMap<String, DataOutputStream> open = new TreeMap<>();

    /** Says where the nodes listen. */
    void reach(SortedMap<String, Integer> listening) {
        ports.putAll(listening);
    }

    void send(String to, Frame frame) {
        try {
            frame.write(to(to));
        } catch (IOException gone) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Lost " + frame.message() + " from " + frame.from() + " to " + to,
                    gone);
            open.remove(to);
        }
    }

    private DataOutputStream to(String name) throws IOException {
        DataOutputStream known = open.get(name);
        if (known != null) {
            return known;
        }
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("There is no node " + name + " among " + ports.keySet());
        }
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        DataOutputStream link = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        open.put(name, link);
        return link;
    }

    @Override
    public void close() throws IOException {
        for (DataOutputStream link : open.values()) {
            link.close();
        }
    }
}
