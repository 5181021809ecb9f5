package news.platform.thirdparty.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespacesTest {

    private final String own = "n" + UUID.randomUUID();

    /** The library's memory is static and only grows: what a text brings must not get there. */
    @ParameterizedTest
    @ValueSource(strings = {"</rss>", "<br></rss>"})
    void keepsNothingOfATextsOwnNamespacesOnceItIsRead(String end) throws Exception {
        XmlTree.read(
                "<rss xmlns='urn:PREFIX:0' xmlns:PREFIX='urn:PREFIX:1'><PREFIX:a PREFIX:b='1' xmlns:PREFIX='urn:PREFIX:2'/>"
                                .replace("PREFIX", own)
                        + end,
                Set.of("rss"));

        assertThat(memory().toString()).contains("urn:other:1").doesNotContain(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"</rss>", "<br></rss>"})
    void keepsNamespacesApart(String end) throws UnreadableXmlException {
        Element root = XmlTree.read(
                        "<rss xmlns:a='urn:a' xmlns:b='urn:b' xmlns:c='urn:a'><a:x/><b:x/><c:x/><x/>" + end,
                        Set.of("rss"))
                .document()
                .getRootElement();

        var namespaces = root.getContent(Filters.element()).stream()
                .limit(4)
                .map(Element::getNamespace)
                .toList();
        assertThat(namespaces.get(0)).isEqualTo(namespaces.get(2));
        assertThat(Set.copyOf(namespaces)).hasSize(3).contains(Namespace.NO_NAMESPACE);
    }

    @Test
    void knowsAVocabularyWhateverItsPrefix() {
        String media = "http://search.yahoo.com/mrss";

        assertThat(new Namespaces().of("m", media)).isSameAs(new Namespaces().of("media", media + "/"));
        assertThat(new Namespaces().of("", media).getPrefix()).isEmpty();
        assertThat(new Namespaces().of("x", "http://purl.org/pie/0.3").getURI()).isEqualTo("http://purl.org/atom/ns#");
    }

    private static Map<?, ?> memory() throws ReflectiveOperationException {
        var memory = Namespace.class.getDeclaredField("namespacemap");
        memory.setAccessible(true);
        return (Map<?, ?>) memory.get(null);
    }
}
