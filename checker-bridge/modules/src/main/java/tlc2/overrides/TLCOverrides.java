package tlc2.overrides;

import dev.plumb.modules.overrides.Overrides;

/** Where TLC looks for classes with Java overrides: TLC 2.18 looks nowhere else, later ones look here too. */
public final class TLCOverrides extends Overrides {}
