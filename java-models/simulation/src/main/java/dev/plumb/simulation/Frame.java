package dev.plumb.simulation;

import dev.plumb.refinement.Stamp;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A message between two nodes: three texts, each with its length in front; so none is longer than 64 KiB. */
record Frame(String from, Stamp stamp, Message message) {

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(from);
        out.writeUTF(stamp.text());
        out.writeUTF(RecordText.of(message));
        out.flush();
    }

    static Frame read(DataInputStream in) throws IOException {
        return new Frame(in.readUTF(), Stamp.parse(in.readUTF()), (Message) RecordText.parse(in.readUTF()));
    }
}
