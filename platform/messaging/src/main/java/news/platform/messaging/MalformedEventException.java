package news.platform.messaging;

import org.jspecify.annotations.Nullable;

/** A record is no event that can be read; trying again will not help. */
public final class MalformedEventException extends RuntimeException {
    /** Says what cannot be read. */
    public MalformedEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
