package dev.plumb.kernel;

import dev.plumb.modules.ShippedModules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Child first for the kernel's internals and for whatever the TLC jar holds; everything else comes from the parent, so
 * that types which cross the border are the same on both sides.
 *
 * <p>Its URLs are the TLC jar and the places that the kernel itself and the shipped modules were loaded from: a folder of
 * classes, a jar, a shaded jar or the realm of a build plugin. Of the latter only the internals and the Java overrides
 * are taken.
 */
final class KernelLoader extends URLClassLoader {
    private static final String PLUMB = "dev.plumb.";
    private static final String INTERNALS = PLUMB + "kernel.internal.";

    static {
        registerAsParallelCapable();
    }

    /** Never the parent's, even if the chosen jar lacks one: two generations of TLC would be mixed. */
    private static final List<String> TLC_PACKAGES = List.of("tlc2.", "tla2sany.", "pcal.", "util.");

    private final JarFile tlc;

    private KernelLoader(URL[] urls, JarFile tlc) {
        super("plumb-kernel", urls, KernelLoader.class.getClassLoader());
        this.tlc = tlc;
    }

    static KernelLoader over(TlcJar jar) {
        return over(jar, List.of());
    }

    /** A loader that also finds a specification's own Java classes in these folders. */
    static KernelLoader over(TlcJar jar, List<Path> folders) {
        try {
            List<URL> urls = new ArrayList<>();
            urls.add(jar.path().toUri().toURL());
            urls.add(KernelLoader.class.getProtectionDomain().getCodeSource().getLocation());
            for (Path folder : folders) {
                urls.add(folder.toUri().toURL());
            }
            return new KernelLoader(
                    urls.toArray(new URL[0]), new JarFile(jar.path().toFile()));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw KernelProblems.notTlc(jar.path(), "it is no jar: " + e.getMessage());
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            if (ShippedModules.isOverride(name)) {
                return override(name);
            }
            return isOurs(name) ? findClass(name) : super.loadClass(name, resolve);
        }
    }

    /** Ours, even where the chosen jar has an index of its own: nothing in it may run programs unasked. */
    private Class<?> override(String name) throws ClassNotFoundException {
        try (InputStream file = ShippedModules.openOverride(name)) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** TLC finds its standard modules as resources: those of the chosen jar, not of one on the class path. */
    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }

    /**
     * Not by way of the URL: the JVM keeps jars that were opened by URL open, and shares them, so that closing one spec
     * would pull the jar away from under another that is just being loaded.
     */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        JarEntry entry = tlc.getJarEntry(name);
        try {
            return entry != null ? tlc.getInputStream(entry) : super.getResourceAsStream(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shaded jar with TLC in it holds the types that cross the border, too: those are the parent's. */
    private boolean isOurs(String name) {
        if (name.startsWith(PLUMB)) {
            return name.startsWith(INTERNALS);
        }
        return TLC_PACKAGES.stream().anyMatch(name::startsWith)
                || tlc.getEntry(name.replace('.', '/') + ".class") != null;
    }

    @Override
    public void close() throws IOException {
        try (tlc) {
            super.close();
        }
    }
}
