package news.platform.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownTest {
    @Test
    void areTheLinesThatHaveATitle(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.jsonl"), """
                {"title": "One", "text": "text"}
                {"title": null, "content": "content"}
                {"title": "Two", "content": "content"}
                """);

        assertThat(Known.of(file)).containsExactly(new Known("One", "text"), new Known("Two", "content"));
    }

    @Test
    void areAskedForByWhatStandsInThem() {
        var english = new Known("Treasury yields", "one two three four five six seven eight nine ten ".repeat(2));
        var chinese = new Known("央行降息", "一二三四五六七八九十".repeat(4));

        var passage = english.passage(new Random(1)).orElseThrow();
        assertThat(english.text()).contains(passage);
        assertThat(passage.split(" ")).hasSize(8);
        assertThat(chinese.passage(new Random(1)).orElseThrow()).hasSize(12);
        assertThat(new Known("short", "short").passage(new Random(1))).isEmpty();
        assertThat(english.misspelled()).contains("Tresaury yields");
        assertThat(chinese.misspelled()).isEmpty();
    }

    @Test
    void areTypedInPinyinAndInTraditionalCharacters() {
        var chinese = new Known("【绿城】宣布 降息！贵州茅台 up", "");

        assertThat(chinese.pinyin()).contains("lvchengxuanbujiangxiguizhou");
        assertThat(chinese.traditional()).contains("【綠城】宣布 降息！贵州茅台 up");
        assertThat(new Known("Fed", "").pinyin()).isEmpty();
        assertThat(new Known("Fed", "").traditional()).isEmpty();
    }
}
