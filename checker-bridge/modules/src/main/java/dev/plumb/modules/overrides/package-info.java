/**
 * Java for operators that TLC cannot evaluate from their definitions, or not fast or deep enough. The classes run inside
 * TLC and are compiled against its default generation; what differs between generations is found at run time.
 */
@NullMarked
package dev.plumb.modules.overrides;

import org.jspecify.annotations.NullMarked;
