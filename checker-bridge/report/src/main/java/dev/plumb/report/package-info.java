/** Results as terminal text, page, picture and JSON: pure functions that never see TLC. */
@NullMarked
package dev.plumb.report;

import org.jspecify.annotations.NullMarked;
