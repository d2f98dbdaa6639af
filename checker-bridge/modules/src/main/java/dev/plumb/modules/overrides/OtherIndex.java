package dev.plumb.modules.overrides;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import tlc2.overrides.ITLCOverrides;

/**
 * The index of Java for modules that the user's TLC jar has: TLC knows one name for an index, and takes ours. Only the
 * index is loaded here. The classes that it names are those that TLC itself would load.
 */
final class OtherIndex extends ClassLoader {
    private static final String NAME = "tlc2.overrides.TLCOverrides";
    private static final String OURS = Overrides.class.getName().replace('.', '/');

    private OtherIndex() {
        super(OtherIndex.class.getClassLoader());
    }

    static Stream<Class<?>> classes() {
        return classFile().stream()
                .flatMap(
                        file -> Stream.<Class<?>>of(new OtherIndex().index(file).get()));
    }

    private static Optional<byte[]> classFile() {
        try {
            String file = NAME.replace('.', '/') + ".class";
            return Collections.list(OtherIndex.class.getClassLoader().getResources(file)).stream()
                    .map(OtherIndex::bytes)
                    .filter(bytes -> !new String(bytes, StandardCharsets.ISO_8859_1).contains(OURS))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not by way of the JVM's cache of jars, which would keep the jar open. */
    private static byte[] bytes(URL file) {
        try {
            URLConnection connection = file.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ITLCOverrides index(byte[] file) {
        try {
            return (ITLCOverrides) defineClass(NAME, file, 0, file.length)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
