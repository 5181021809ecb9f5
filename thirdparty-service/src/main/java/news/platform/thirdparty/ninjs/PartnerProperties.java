package news.platform.thirdparty.ninjs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import news.platform.thirdparty.item.Target;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may push items.
 *
 * @param partners by the id that they send as X-Partner-Id
 */
@ConfigurationProperties("news.thirdparty")
record PartnerProperties(@DefaultValue Map<String, Partner> partners) {
    private static final int MIN_SECRET = 16;

    PartnerProperties {
        partners = Map.copyOf(partners);
        partners.forEach((id, partner) -> {
            if (partner.secret().length() < MIN_SECRET) {
                throw new IllegalArgumentException("news.thirdparty.partners." + id
                        + ".secret: too short (expected: >= " + MIN_SECRET + " characters)");
            }
        });
    }

    /**
     * A partner, and what it is registered for. A list of names may hold {@value Registered#ANY}, which stands for all.
     *
     * @param secret what bodies are signed with, at least 16 characters
     * @param name shown as the source of items that name none themselves; an item may name it, too
     * @param channelIds where items appear that name no channel themselves; an item may name these, too
     * @param allowedSources which other sources an item may name; default: none
     * @param allowedChannels which other channels an item may name; default: none
     * @param allowedSymbols which instruments an item may be tied to; default: none
     * @param target what its items become; default: ARTICLES
     */
    record Partner(
            @DefaultValue("") String secret,
            @DefaultValue("") String name,
            @DefaultValue List<String> channelIds,
            @DefaultValue List<String> allowedSources,
            @DefaultValue List<String> allowedChannels,
            @DefaultValue List<String> allowedSymbols,
            @DefaultValue("ARTICLES") Target target) {
        Registered registered() {
            return new Registered(
                    Registered.with(allowedSources, List.of(name)),
                    Registered.with(allowedChannels, channelIds),
                    Set.copyOf(allowedSymbols));
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Partner[name=" + name + ", channelIds=" + channelIds + ", registered=" + registered() + ", target="
                    + target + "]";
        }
    }
}
