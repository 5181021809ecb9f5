package news.platform.content.reading;

import java.util.LinkedHashSet;
import java.util.Set;
import news.platform.content.channel.ChannelTree;

/** The terms that an article is found by, as table article_listing keeps them. */
final class Terms {
    private Terms() {}

    /** All terms of an article: its channels with those above them, its users, instruments and tags. */
    static Set<String> of(Teaser teaser, ChannelTree channels) {
        var terms = new LinkedHashSet<String>();
        channels.withAncestors(teaser.channelIds()).forEach(id -> terms.add(channel(id)));
        teaser.authorIds().forEach(id -> terms.add(author(id)));
        teaser.symbols().forEach(symbol -> terms.add(symbol(symbol)));
        teaser.tags().forEach(tag -> terms.add(tag(tag)));
        return terms;
    }

    static String channel(String id) {
        return "channel:" + id;
    }

    static String author(String id) {
        return "author:" + id;
    }

    static String symbol(String symbol) {
        return "symbol:" + symbol;
    }

    static String tag(String tag) {
        return "tag:" + tag;
    }
}
