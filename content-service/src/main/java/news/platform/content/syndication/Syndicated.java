package news.platform.content.syndication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import news.platform.content.channel.ChannelTree.Channel;
import news.platform.content.reading.Teaser;
import news.platform.content.site.Site;

/**
 * What a feed of a channel says, in whatever format.
 *
 * @param site whose feed it is
 * @param channel what of it
 * @param entries the newest articles, newest first
 */
record Syndicated(Site site, Channel channel, List<Entry> entries) {
    Syndicated {
        entries = List.copyOf(entries);
    }

    /**
     * An article in it.
     *
     * @param id the article's
     * @param teaser what everybody may read of it but the body
     * @param authors the names of its byline that are known, users first
     * @param contentHtml as much of its body as everybody may read; empty where there is nothing, or too much
     * @param published when readers first saw it
     * @param updated when it last changed
     */
    record Entry(
            String id, Teaser teaser, List<String> authors, String contentHtml, Instant published, Instant updated) {
        Entry {
            authors = List.copyOf(authors);
        }

        /** The same for good, wherever the site moves to. */
        String urn() {
            return "urn:uuid:" + id;
        }
    }

    String title() {
        return site.name() + " – " + channel.name();
    }

    /** The page of the channel. */
    String home() {
        return site.channel(channel.id());
    }

    /** The same for good, as an entry's is. */
    String urn() {
        return "urn:uuid:"
                + UUID.nameUUIDFromBytes(("news.content.channel:" + channel.id()).getBytes(StandardCharsets.UTF_8));
    }

    /** When something in it last changed; empty where there is nothing. */
    Optional<Instant> updated() {
        return entries.stream().map(Entry::updated).max(Instant::compareTo);
    }

    /** The language of all of it; empty where it is of several. */
    Optional<String> language() {
        var languages =
                entries.stream().map(entry -> entry.teaser().lang()).distinct().toList();
        return languages.size() == 1 ? Optional.of(languages.getFirst()) : Optional.empty();
    }
}
