package news.platform.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
    private final Pinyin pinyin = new Pinyin();

    @ParameterizedTest
    @CsvSource({
        "贵州茅台,guizhoumaotai,gzmt",
        "央行降息,yanghangjiangxi,yhjx",
        "中国人民银行,zhongguorenminyinhang,zgrmyh",
        "利率,lilv,ll",
        "a股增长,aguzengzhang,agzz",
    })
    void writesChineseAsItIsTyped(String text, String full, String initials) {
        assertThat(pinyin.full(text)).isEqualTo(full);
        assertThat(pinyin.initials(text)).isEqualTo(initials);
    }
}
