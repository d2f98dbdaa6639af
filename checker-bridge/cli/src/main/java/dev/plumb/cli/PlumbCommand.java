package dev.plumb.cli;

import java.util.concurrent.Callable;

/**
 * A subcommand of {@code plumb}: a picocli command that ends with an exit code. Modules bring theirs as services
 * ({@link java.util.ServiceLoader}).
 */
public interface PlumbCommand extends Callable<Integer> {}
