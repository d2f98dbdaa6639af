package dev.plumb.modules.overrides;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Stream;
import tlc2.overrides.ITLCOverrides;
import tlc2.overrides.TLCOverrides;

/**
 * The index of Java for modules that the user's TLC jar has. TLC knows one name for an index, and finds ours under it: so
 * the other one is given another name, of the same length. It stays in its package and class loader, as it may count on.
 */
final class OtherIndex {
    private static final String NAME = "tlc2/overrides/TLCOverrides";
    private static final String OTHER_NAME = "tlc2/overrides/OtherClasses";
    private static final String OURS = Overrides.class.getName().replace('.', '/');

    private OtherIndex() {}

    /** None where there is no other index. */
    static Stream<Class<?>> classes() {
        try {
            for (URL file : Collections.list(Overrides.class.getClassLoader().getResources(NAME + ".class"))) {
                String bytes = bytes(file);
                if (!bytes.contains(OURS)) {
                    return Stream.of(load(bytes.replace(NAME, OTHER_NAME)).get());
                }
            }
            return Stream.empty();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("The Java that the TLC jar has for its modules cannot be loaded", e);
        }
    }

    /** One character a byte. Not by way of the JVM's cache of jars, which would keep the jar open. */
    private static String bytes(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static ITLCOverrides load(String bytes) throws ReflectiveOperationException {
        Class<?> index = MethodHandles.privateLookupIn(TLCOverrides.class, MethodHandles.lookup())
                .defineClass(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return (ITLCOverrides) index.getDeclaredConstructor().newInstance();
    }
}
