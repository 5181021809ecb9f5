package news.platform.gateway.transcode;

import com.google.protobuf.Message;

/**
 * A valid request for a stream.
 *
 * @param resumes whether it says what the client has
 */
public record BoundStream(Message request, boolean resumes) {}
