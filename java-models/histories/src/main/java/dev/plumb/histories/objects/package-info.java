/** What objects do when they are called by one client at a time. */
@NullMarked
package dev.plumb.histories.objects;

import org.jspecify.annotations.NullMarked;
