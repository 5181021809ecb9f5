package news.platform.content.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlDocumentTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @Test
    void writesElementsAttributesAndTextInTheOrderOfTheCalls() {
        var xml = XmlDocument.begin()
                .open("a:b")
                .attribute("xmlns:a", "urn:a")
                .attribute("x", "1")
                .element("c", "text")
                .open("d")
                .close();

        assertThat(text(xml)).isEqualTo(HEAD + "<a:b xmlns:a=\"urn:a\" x=\"1\"><c>text</c><d></d></a:b>");
    }

    @Test
    void escapesWhatIsMarkup() {
        var xml = XmlDocument.begin().open("a").attribute("b", "<\"&\">").text("<&>]]>\"'");

        assertThat(text(xml)).isEqualTo(HEAD + "<a b=\"&lt;&quot;&amp;&quot;&gt;\">&lt;&amp;&gt;]]&gt;\"'</a>");
    }

    @Test
    void leavesOutWhatXmlCannotSay() {
        var xml = XmlDocument.begin().element("a", "a\0b\u0007c\uFFFEd\uD800e\tf\u0085");

        assertThat(text(xml)).isEqualTo(HEAD + "<a>abcde\tf\u0085</a>");
    }

    @Test
    void writesEveryLetterAsItIs() {
        var xml = XmlDocument.begin().open("a").attribute("b", "👩‍🚀").text("𠮷 Ж 中 👍🏽");

        assertThat(text(xml)).isEqualTo(HEAD + "<a b=\"👩‍🚀\">𠮷 Ж 中 👍🏽</a>");
    }

    private static String text(XmlDocument xml) {
        return new String(xml.end(), StandardCharsets.UTF_8);
    }
}
