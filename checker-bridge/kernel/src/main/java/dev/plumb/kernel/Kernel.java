package dev.plumb.kernel;

import dev.plumb.kernel.api.LoadedSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Loads specifications into TLC's evaluator.
 *
 * <p>TLC keeps the variables, the strings and the tool of its spec in static fields, so each spec gets a class loader,
 * and with it a copy of TLC, of its own. Only {@code dev.plumb.kernel.api} and {@code dev.plumb.traces} are common to
 * both sides.
 */
public final class Kernel {
    private static final String ENTRY = "dev.plumb.kernel.internal.TlcSpec";

    private Kernel() {}

    /**
     * Loads a spec; whoever loads it closes it.
     *
     * @throws dev.plumb.traces.Problem if the spec or its cfg cannot be loaded, or {@code jar} is no TLC
     */
    public static LoadedSpec load(SpecSource source, TlcJar jar) {
        KernelLoader loader = KernelLoader.over(jar);
        try {
            return (LoadedSpec) loader.loadClass(ENTRY)
                    .getMethod("load", SpecSource.class, AutoCloseable.class)
                    .invoke(null, source, loader);
        } catch (InvocationTargetException e) {
            close(loader);
            throw unwrap(e.getCause());
        } catch (LinkageError e) {
            close(loader);
            throw unwrap(e);
        } catch (ReflectiveOperationException e) {
            close(loader);
            throw new IllegalStateException("The kernel is not packaged with " + ENTRY, e);
        }
    }

    private static RuntimeException unwrap(@Nullable Throwable cause) {
        if (cause instanceof ExceptionInInitializerError && cause.getCause() instanceof RuntimeException exception) {
            return exception;
        } else if (cause instanceof LinkageError error) {
            return KernelProblems.unknownGeneration(String.valueOf(error.getMessage()));
        } else if (cause instanceof RuntimeException exception) {
            return exception;
        }
        return new IllegalStateException(cause);
    }

    private static void close(KernelLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
