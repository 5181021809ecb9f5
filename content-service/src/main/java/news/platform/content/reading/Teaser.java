package news.platform.content.reading;

import java.util.List;

/**
 * What lists show of an article: everything that is written about it but the body.
 *
 * @param title the headline
 * @param summary one or two sentences, may be empty
 * @param lang BCP 47
 * @param channelIds the channels it appears in
 * @param authorIds the users of the byline
 * @param bylines the names of the byline that are no users, after them
 * @param symbols the instruments it is about
 * @param tags free words
 * @param coverUrl the picture above it, empty for none
 * @param sourceName who it was taken from, empty for the platform's own
 * @param sourceUrl where it was taken from, empty for the platform's own
 * @param premium whether the whole body takes an entitlement
 */
public record Teaser(
        String title,
        String summary,
        String lang,
        List<String> channelIds,
        List<String> authorIds,
        List<String> bylines,
        List<String> symbols,
        List<String> tags,
        String coverUrl,
        String sourceName,
        String sourceUrl,
        boolean premium) {
    /** The same but for these. */
    public Teaser with(String newSummary, boolean newPremium) {
        return new Teaser(
                title,
                newSummary,
                lang,
                channelIds,
                authorIds,
                bylines,
                symbols,
                tags,
                coverUrl,
                sourceName,
                sourceUrl,
                newPremium);
    }
}
