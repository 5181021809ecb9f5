package news.platform.thirdparty.clean;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as it was read, nothing checked yet.
 *
 * @param id what its source calls it; blank where it has no name for it
 * @param url where the original is; blank where unknown
 * @param base what relative links in the body are resolved against
 * @param publishTime null where the source says nothing that could be understood
 */
public record RawItem(
        String id,
        String url,
        @Nullable String base,
        RawText title,
        RawText summary,
        RawText body,
        String lang,
        @Nullable Instant publishTime,
        List<String> bylines,
        List<String> tags,
        String coverUrl) {}
