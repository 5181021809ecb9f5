package news.platform.gateway.transcode.query;

import com.google.protobuf.Message;

/**
 * What path and query say.
 *
 * @param request with the fields that they fill
 * @param fields which fields of the answer are wanted: sorted, without repetition, separated by commas; empty for all
 */
public record BoundQuery(Message request, String fields) {}
