package dev.plumb.kernel;

import dev.plumb.modules.ShippedModules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.jar.JarFile;

/**
 * Child first for the kernel's internals and for whatever the TLC jar holds; everything else comes from the parent, so
 * that types which cross the border are the same on both sides.
 *
 * <p>Its URLs are the TLC jar and the places that the kernel itself and the shipped modules were loaded from: a folder of classes, a jar, a shaded
 * jar or the realm of a build plugin. Of the latter only the internals and the Java overrides are taken.
 */
final class KernelLoader extends URLClassLoader {
    private static final String INTERNALS = "dev.plumb.kernel.internal.";

    static {
        registerAsParallelCapable();
    }

    private final JarFile tlc;

    private KernelLoader(URL[] urls, JarFile tlc) {
        super("plumb-kernel", urls, KernelLoader.class.getClassLoader());
        this.tlc = tlc;
    }

    static KernelLoader over(TlcJar jar) {
        URL own = KernelLoader.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            URL[] urls = {
                jar.path().toUri().toURL(),
                own,
                ShippedModules.overrides().toUri().toURL()
            };
            return new KernelLoader(urls, new JarFile(jar.path().toFile()));
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
            return isOurs(name) ? findClass(name) : super.loadClass(name, resolve);
        }
    }

    /** TLC finds its standard modules as resources: those of the chosen jar, not of one on the class path. */
    @Override
    public @org.jspecify.annotations.Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }

    private boolean isOurs(String name) {
        return name.startsWith(INTERNALS)
                || ShippedModules.isOverride(name)
                || tlc.getEntry(name.replace('.', '/') + ".class") != null;
    }

    @Override
    public void close() throws IOException {
        try {
            tlc.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            super.close();
        }
    }
}
