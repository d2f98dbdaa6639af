package dev.plumb.core.tlc;

/**
 * A message of TLC's {@code -tool} protocol.
 *
 * @param code as in TLC's class EC
 * @param severity 0 none, 1 error, 2 bug of TLC's, 3 warning, 4 state
 */
public record ToolMessage(int code, int severity, String text) {
    public static final int BEGINS_CHECKPOINT = 2195;
    public static final int HAS_WRITTEN_CHECKPOINT = 2196;

    public boolean isError() {
        return severity == 1 || severity == 2;
    }
}
