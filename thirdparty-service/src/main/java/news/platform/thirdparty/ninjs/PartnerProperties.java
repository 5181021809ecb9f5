package news.platform.thirdparty.ninjs;

import java.util.List;
import java.util.Map;
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
     * A partner.
     *
     * @param secret what bodies are signed with, at least 16 characters
     * @param name shown as the source of items that name none themselves
     * @param channelIds where items appear that name no channel themselves
     */
    record Partner(
            @DefaultValue("") String secret,
            @DefaultValue("") String name,
            @DefaultValue List<String> channelIds) {

        @Override
        public String toString() {
            return "Partner[name=" + name + ", channelIds=" + channelIds + "]";
        }
    }
}
