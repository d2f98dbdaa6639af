package dev.plumb.modules;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the TLC on the class path is. */
final class Jars {
    private Jars() {}

    static Path defaultTlc() {
        try {
            return Path.of(tlc2.TLC
                    .class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
