package dev.plumb.modules.overrides;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tlc2.overrides.ITLCOverrides;

/**
 * The classes with Java overrides. A class overrides operators of the module that has its name; TLCGet does so with that
 * operator of TLC's own, and IOExec with those of IOUtils that run programs.
 *
 * <p>TLC goes by names alone. A user's own module that is named like one of ours keeps its definitions, and so does one that
 * this TLC brings itself, so whoever starts TLC says which modules are not ours. Only programs are nobody's to run unless
 * that is allowed.
 */
public class Overrides implements ITLCOverrides {
    /** System property with the names of modules that are not ours, separated by commas. */
    public static final String NOT_OURS = "plumb.modules.not.ours";

    private static final List<Class<?>> ALL = List.of(
            CSV.class,
            FiniteSetsExt.class,
            Functions.class,
            IOUtils.class,
            IOExec.class,
            Json.class,
            SVG.class,
            SequencesExt.class,
            TLCExt.class,
            TLCGet.class,
            VectorClocks.class);

    private static final Set<String> OTHERS = ConcurrentHashMap.newKeySet();

    static {
        OTHERS.addAll(List.of(System.getProperty(NOT_OURS, "").split(",", -1)));
    }

    /** Leaves a module as it is; to be said before TLC asks for overrides. */
    public static void leave(String module) {
        OTHERS.add(module);
    }

    /** Those of another index on the class path first, so that ours have the last word. */
    @Override
    public Class<?>[] get() {
        return Stream.concat(OtherIndex.classes(), ALL.stream().filter(Overrides::applies))
                .toArray(Class<?>[]::new);
    }

    private static boolean applies(Class<?> overrides) {
        if (overrides == TLCGet.class) {
            return !answersMore();
        } else if (overrides == IOExec.class) {
            return !Programs.areAllowed() || !OTHERS.contains("IOUtils");
        }
        return !OTHERS.contains(overrides.getSimpleName());
    }

    /** Whether this TLC is a later one, with a class of its own for what TLCGet answers. */
    private static boolean answersMore() {
        try {
            Class.forName("tlc2.module.TLCGetSet");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
