package news.platform.thirdparty.channel.wire;

import java.io.IOException;

/** A body is not what it should be; says where, and nothing of what it holds. */
public final class MalformedBodyException extends IOException {
    private static final long serialVersionUID = 1;

    public MalformedBodyException(String where) {
        super("malformed: " + where);
    }
}
