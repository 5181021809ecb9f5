package news.platform.thirdparty.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.platform.thirdparty.clean.ItemCleaner;
import news.platform.thirdparty.item.Origin;
import news.platform.thirdparty.item.Target;
import news.platform.thirdparty.ninjs.NinjsItem.Readable;
import news.platform.thirdparty.ninjs.NinjsItem.Refused;
import news.platform.thirdparty.ninjs.NinjsItem.Why;
import news.platform.thirdparty.ninjs.PartnerProperties.Partner;
import news.platform.thirdparty.parse.BoundedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RegisteredTest {
    private final NinjsReader reader = new NinjsReader(new ItemCleaner(Clock.systemUTC()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'infosources': [{'name': 'Reuters'}]                       | infosources | Reuters
                    'infosources': [{'name': 'the wire'}]                      | infosources | the wire
                    'subjects': [{'uri': 'channel:bond'}]                      | subjects    | channel:bond
                    'subjects': [{'uri': 'channel:global'}, {'uri': 'channel:tech'}] | subjects | channel:tech
                    'subjects': [{'uri': 'symbol:AAPL'}]                       | subjects    | symbol:AAPL
                    'pubstatus': 'canceled', 'subjects': [{'uri': 'symbol:AAPL'}] | subjects | symbol:AAPL
                    """)
    void refusesWhatThePartnerIsNotRegisteredFor(String claims, String field, String value) {
        var item = read(claims, partner(Map.of()));

        assertThat(item).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.why()).isEqualTo(Why.NOT_ALLOWED);
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.detail()).contains(value);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'infosources': [{'name': 'The Wire'}]",
                "'subjects': [{'uri': 'channel:global'}]",
                "'subjects': [{'name': 'economy'}]",
                "'language': 'en'"
            })
    void takesItsOwnNameItsOwnChannelsAndWhatClaimsNothing(String claims) {
        assertThat(read(claims, partner(Map.of()))).isInstanceOf(Readable.class);
    }

    @Test
    void takesWhatIsAllowedBesides() {
        var claims = "'infosources': [{'name': 'Desk'}], 'subjects': [{'uri': 'channel:bond'}, {'uri': 'symbol:AAPL'}]";
        var some = Map.of("allowed-sources", "Desk", "allowed-channels", "bond,tech", "allowed-symbols", "AAPL");
        var all = Map.of("allowed-sources", "*", "allowed-channels", "*", "allowed-symbols", "*");

        assertThat(read(claims, partner(some))).isInstanceOf(Readable.class);
        assertThat(read(claims, partner(all))).isInstanceOf(Readable.class);
    }

    @Test
    void tellsNoSecret() {
        assertThat(partner(Map.of()).toString()).contains("The Wire").doesNotContain("sixteen");
    }

    private NinjsItem read(String claims, Partner partner) {
        var json = "{'uri': 'urn:1', 'title': 'T', %s}".formatted(claims).replace('\'', '"');
        return reader.read(
                BoundedJson.read(json),
                new Sender(
                        new Origin("partner:wire", Target.ARTICLES),
                        partner.name(),
                        partner.channelIds(),
                        partner.registered()));
    }

    private static Partner partner(Map<String, String> more) {
        var prefix = "news.thirdparty.partners.wire.";
        var properties = new HashMap<String, String>(Map.of(
                prefix + "secret",
                "sixteen characters",
                prefix + "name",
                "The Wire",
                prefix + "channel-ids",
                "global"));
        more.forEach((name, value) -> properties.put(prefix + name, value));
        var partners = new Binder(new MapConfigurationPropertySource(properties))
                .bind("news.thirdparty", PartnerProperties.class)
                .get();
        return List.copyOf(partners.partners().values()).getFirst();
    }
}
