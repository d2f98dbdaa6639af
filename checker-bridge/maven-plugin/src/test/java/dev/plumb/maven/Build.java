package dev.plumb.maven;

import java.util.List;

/** A build of a fixture project by a Maven of its own, and what came of it. */
record Build(int exitCode, String log) {
    /** The lines that say why it is red, without what Maven itself adds. */
    List<String> failure() {
        List<String> lines = log.lines()
                .filter(line -> line.startsWith("[ERROR]"))
                .map(line -> line.substring("[ERROR]".length()).strip())
                .toList();
        int help = lines.indexOf("-> [Help 1]");
        return help < 0 ? lines : lines.subList(0, help);
    }
}
