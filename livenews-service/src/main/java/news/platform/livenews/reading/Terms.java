package news.platform.livenews.reading;

import java.util.LinkedHashSet;
import java.util.Set;
import news.platform.livenews.channel.ChannelTree;

/** The terms that a live is found by, as table live_listing keeps them. */
final class Terms {
    /** Every live has it. */
    static final String ALL = "all";

    private Terms() {}

    /** All terms of a live: its channels with those above them, its instruments and tags. */
    static Set<String> of(Flash flash, ChannelTree channels) {
        var terms = new LinkedHashSet<String>();
        terms.add(ALL);
        channels.withAncestors(flash.channelIds()).forEach(id -> terms.add(channel(id)));
        flash.symbols().forEach(symbol -> terms.add(symbol(symbol)));
        flash.tags().forEach(tag -> terms.add(tag(tag)));
        return terms;
    }

    static String channel(String id) {
        return "channel:" + id;
    }

    static String symbol(String symbol) {
        return "symbol:" + symbol;
    }

    static String tag(String tag) {
        return "tag:" + tag;
    }
}
