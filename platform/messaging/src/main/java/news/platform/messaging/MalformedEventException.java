package news.platform.messaging;

import org.jspecify.annotations.Nullable;

/** A record is no event that can be read; trying again will not help. */
final class MalformedEventException extends RuntimeException {
    MalformedEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
