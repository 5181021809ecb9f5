package news.platform.market.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Lists made-up instruments of an exchange that never closes, where that is wanted. */
@Component
final class LoadSample implements ApplicationRunner {
    private static final String EXCHANGE = "DEMO";

    private final SampleProperties properties;
    private final ListInstrument listing;
    private final KnownInstruments known;

    LoadSample(SampleProperties properties, ListInstrument listing, KnownInstruments known) {
        this.properties = properties;
        this.listing = listing;
        this.known = known;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.enabled()) {
            lines().lines().skip(1).map(LoadSample::instrument).forEach(listing::list);
            known.read();
        }
    }

    private static Instrument instrument(String line) {
        var columns = line.split(",");
        return new Instrument(
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                EXCHANGE,
                Kind.valueOf(columns[4]),
                columns[5],
                Integer.parseInt(columns[6]));
    }

    private static String lines() {
        try {
            return new ClassPathResource("sample-instruments.csv").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
