package tlc2.overrides;

import dev.plumb.modules.overrides.FiniteSetsExt;
import dev.plumb.modules.overrides.Functions;
import dev.plumb.modules.overrides.SequencesExt;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where TLC looks for classes with Java overrides: TLC 2.18 looks nowhere else, later ones look here too. A class
 * overrides operators of the module that has its name.
 *
 * <p>TLC goes by names alone. A user's own module that is named like one of ours keeps its definitions, so whoever starts
 * TLC says which modules are the user's.
 */
public final class TLCOverrides implements ITLCOverrides {
    /** System property with the names of the user's own modules, separated by commas. */
    public static final String USERS_OWN = "plumb.modules.own";

    private static final List<Class<?>> ALL = List.of(FiniteSetsExt.class, Functions.class, SequencesExt.class);

    private static final Set<String> OWN = ConcurrentHashMap.newKeySet();

    static {
        OWN.addAll(List.of(System.getProperty(USERS_OWN, "").split(",", -1)));
    }

    /** Leaves a module as the user wrote it; to be said before TLC asks for overrides. */
    public static void leave(String module) {
        OWN.add(module);
    }

    @Override
    public Class<?>[] get() {
        return ALL.stream()
                .filter(overrides -> !OWN.contains(overrides.getSimpleName()))
                .toArray(Class<?>[]::new);
    }
}
