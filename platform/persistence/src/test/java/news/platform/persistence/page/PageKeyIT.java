package news.platform.persistence.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import news.platform.test.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class PageKeyIT {
    private static final PageScope NOTES = PageScope.of("notes");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PageTokens tokens;

    @Test
    void signsWithTheKeyThatAllReplicasShare() {
        byte[] stored = jdbc.sql("select value from platform.signing_key where name = 'page-token'")
                .query(byte[].class)
                .single();
        var replica = new PageTokens(() -> stored);

        assertThat(replica.decode(NOTES, tokens.encode(NOTES, List.of("7")))).contains(List.of("7"));
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThatThrownBy(() -> new PageProperties("secret"))
                .hasMessage("news.persistence.page.token-key: 6 characters (expected: 64 hexadecimal digits)");
    }
}
