package news.platform.thirdparty.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
    /** As they are after the XML was parsed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    List<String>                       | List<String>
                    Map<K, V> and Set<a>               | Map<K, V> and Set<a>
                    The <a> element                    | The <a> element
                    Why </div> matters                 | Why </div> matters
                    <title> and <script> explained     | <title> and <script> explained
                    1 < 2 > 0                          | 1 < 2 > 0
                    a <3 b                             | a <3 b
                    <b>Bold</b> news                   | Bold news
                    <B>Bold</B> news                   | Bold news
                    <a href="x">Linked</a>             | Linked
                    <a href="x">Cut off                | Cut off
                    one<br/>two                        | one two
                    <img src="x" alt="y"/>Picture      | Picture
                    x<script>alert(1)</script>y        | x y
                    sa<!-- no -->fe                    | safe
                    sa<!-- > -->fe                     | safe
                    sa<!-- cut>fe                      | safe
                    a <!-- b                           | a <!-- b
                    <!--a--> b <!-- c                  | b <!-- c
                    <a<!-- --> href="x">Text           | <a href="x">Text
                    AT&T                               | AT&T
                    AT&amp;T                           | AT&T
                    AT&amp;amp;T                       | AT&T
                    It&amp;#8217;s                     | It’s
                    &lt;b&gt;x&lt;/b&gt;               | <b>x</b>
                    a &unknown; b                      | a &unknown; b
                    """)
    void readsTitlesAsTheyAreMeant(String title, String expected) {
        assertThat(Titles.of(title).readable()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"text", "html", "''", "TEXT"})
    void readsWhatAtomEscapedOnceTooOften(String type) throws UnreadableFeedException {
        String attribute = type.isEmpty() ? "" : " type='" + type + "'";

        assertThat(Reading.atomEntry(
                                "<title" + attribute + ">AT&amp;amp;T &amp;amp; List&amp;lt;String&amp;gt;</title>")
                        .title()
                        .readable())
                .isEqualTo("AT&T & List<String>");
    }
}
