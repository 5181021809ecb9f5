package news.platform.content;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import news.platform.test.TrialData;

/** The collection of naughty strings, and some of our own; whoever wants them is skipped where it is not there. */
public final class NaughtyStrings {
    private NaughtyStrings() {}

    /** All of them. */
    public static List<String> all() throws IOException {
        var strings = new ArrayList<>(List.of(new ObjectMapper()
                .readValue(TrialData.require("open/naughty-strings.json").toFile(), String[].class)));
        strings.add("a\0b");
        strings.add("\uFFFE\uFFFF");
        return strings;
    }

    /** What of a text XML 1.0 can say and a parser gives back. */
    public static String inXml(String text) {
        return text.replaceAll("\r\n?", "\n")
                .replaceAll("[^\t\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
