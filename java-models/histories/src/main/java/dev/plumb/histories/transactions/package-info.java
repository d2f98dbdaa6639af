/** Isolation of transactions that append to lists and read them. */
@NullMarked
package dev.plumb.histories.transactions;

import org.jspecify.annotations.NullMarked;
