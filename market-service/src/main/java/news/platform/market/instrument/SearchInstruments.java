package news.platform.market.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds instruments by code, English or Chinese name, or pinyin, whole or by initials. There are some thousands at most, so all are
 * looked at.
 */
@Component
final class SearchInstruments {
    private static final int NONE = 9;

    private final KnownInstruments known;

    SearchInstruments(KnownInstruments known) {
        this.known = known;
    }

    /** One found, and how well: 0 is best. */
    record Hit(int rank, Instrument instrument) {
        static final Comparator<Hit> ORDER = Comparator.comparingInt(Hit::rank)
                .thenComparing(hit -> hit.instrument().symbol());

        List<String> place() {
            return List.of(Integer.toString(rank), instrument.symbol());
        }

        boolean isAfter(List<String> place) {
            int before = Integer.parseInt(place.getFirst());
            return rank > before || (rank == before && instrument.symbol().compareTo(place.get(1)) > 0);
        }
    }

    /** The best first; {@code exchange}: empty for all. */
    List<Hit> search(String text, String exchange) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var hits = new ArrayList<Hit>();
        for (var instrument : known.all()) {
            int rank = rank(instrument, wanted);
            if (rank < NONE && (exchange.isEmpty() || instrument.exchange().equals(exchange))) {
                hits.add(new Hit(rank, instrument));
            }
        }
        hits.sort(Hit.ORDER);
        return hits;
    }

    private static int rank(Instrument instrument, String wanted) {
        var symbol = instrument.symbol().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || symbol.equals(wanted)) {
            return 0;
        }
        if (symbol.startsWith(wanted)) {
            return 1;
        }
        var name = instrument.name().toLowerCase(Locale.ROOT);
        if (name.startsWith(wanted) || instrument.nameZh().startsWith(wanted)) {
            return 2;
        }
        if (typed(instrument, wanted.replace(" ", ""))) {
            return 3;
        }
        return name.contains(wanted) || instrument.nameZh().contains(wanted) ? 4 : NONE;
    }

    /** From any of its syllables on, so that what stands before the name proper may be left out. */
    private static boolean typed(Instrument instrument, String wanted) {
        var syllables = instrument.pinyin().split(" ");
        return Stream.iterate(0, from -> from < syllables.length, from -> from + 1)
                .map(from -> Arrays.asList(syllables).subList(from, syllables.length))
                .anyMatch(rest -> String.join("", rest).startsWith(wanted)
                        || (wanted.length() > 1 && initials(rest).startsWith(wanted)));
    }

    private static String initials(List<String> syllables) {
        return syllables.stream()
                .filter(syllable -> !syllable.isEmpty())
                .map(syllable -> syllable.substring(0, 1))
                .collect(Collectors.joining());
    }
}
