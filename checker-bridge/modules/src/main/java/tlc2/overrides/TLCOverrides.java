package tlc2.overrides;

import dev.plumb.modules.overrides.CSV;
import dev.plumb.modules.overrides.FiniteSetsExt;
import dev.plumb.modules.overrides.Functions;
import dev.plumb.modules.overrides.IOUtils;
import dev.plumb.modules.overrides.Json;
import dev.plumb.modules.overrides.SVG;
import dev.plumb.modules.overrides.SequencesExt;
import dev.plumb.modules.overrides.TLCExt;
import dev.plumb.modules.overrides.TLCGet;
import dev.plumb.modules.overrides.VectorClocks;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where TLC looks for classes with Java overrides: TLC 2.18 looks nowhere else, later ones look here too. A class
 * overrides operators of the module that has its name, and TLCGet that operator of TLC's own.
 *
 * <p>TLC goes by names alone. A user's own module that is named like one of ours keeps its definitions, and so does one that
 * this TLC brings itself, so whoever starts TLC says which modules are not ours.
 */
public final class TLCOverrides implements ITLCOverrides {
    /** System property with the names of modules that are not ours, separated by commas. */
    public static final String NOT_OURS = "plumb.modules.not.ours";

    private static final List<Class<?>> ALL = List.of(
            CSV.class,
            FiniteSetsExt.class,
            Functions.class,
            IOUtils.class,
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

    @Override
    public Class<?>[] get() {
        return ALL.stream()
                .filter(overrides -> overrides != TLCGet.class || !answersMore())
                .filter(overrides -> !OTHERS.contains(overrides.getSimpleName()))
                .toArray(Class<?>[]::new);
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
