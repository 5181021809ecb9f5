package news.platform.comment.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import news.platform.test.TrialData;
import org.junit.jupiter.api.Test;

class WordFinderTest {
    private static final int HELD = 50;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Letters LETTERS = new Letters();

    @Test
    void findsWordsInDisguiseAndOnlyWholeOnes() {
        var finder = finder("ads", List.of("加微信", "scam", "dm me"));

        for (var text : List.of(
                "加微信",
                "請加-微-信看",
                "加 1 微 2 信",
                "s.c.a.m",
                "ＳＣＡＭ!",
                "this is a $c4m",
                "s\u200bc\u0336am",
                "ѕсаm",
                "DM   me")) {
            assertThat(finder.find(text).score()).as(text).isGreaterThanOrEqualTo(HELD);
        }
        for (var text : List.of("scamper", "escam", "加强微观信息", "admit meaning", "", "\uD83D\uDE80", "1234 . , !")) {
            assertThat(finder.find(text).score()).as(text).isZero();
        }
    }

    @Test
    void takesAPlainWordInALongTextLightly() {
        var finder = finder("ads", List.of("客服"));
        var passing = "特斯拉客服回应称，国内的车辆没有配备膝部安全气囊，但是符合标准，国外的车辆则配备了膝部安全气囊。";

        assertThat(finder.find(passing).score()).isEqualTo(30);
        assertThat(finder.find(passing.replace("客服", "客-服")).score()).isEqualTo(60);
        assertThat(finder.find("客服在此").score()).isEqualTo(60);
    }

    @Test
    void findsEachWordInEachOfEightDisguises() throws IOException {
        var lists = trialLists();
        var finder = new WordFinder(lists, LETTERS);
        var missed = new ArrayList<String>();

        lists.stream().flatMap(list -> list.words().stream()).forEach(word -> Disguises.of(word)
                .forEach((kind, disguised) -> Stream.of(disguised, "看这里 " + disguised + "，快来")
                        .filter(text -> finder.find(text).score() < HELD)
                        .forEach(text -> missed.add(word + ", " + kind + ": " + text))));

        assertThat(missed).isEmpty();
    }

    @Test
    void leavesCleanTextsAlone() throws IOException {
        var finder = new WordFinder(
                Stream.concat(trialLists().stream(), Stream.of(list("shipped", WordFinderTest.shipped())))
                        .toList(),
                LETTERS);
        var texts = Stream.concat(
                        texts("research-only/flash-zh-finnl.jsonl", "title", "content"),
                        texts("open/articles-en-wikinews-economy.jsonl", "title", "text"))
                .toList();

        var caught =
                texts.stream().filter(text -> finder.find(text).score() >= HELD).toList();

        assertThat(caught).hasSizeLessThanOrEqualTo(texts.size() / 200);
    }

    /** Some of the words of V005. */
    private static List<String> shipped() {
        return List.of(
                "加微信",
                "私聊我",
                "稳赚不赔",
                "内幕消息",
                "荐股",
                "免费领取",
                "博彩",
                "网贷",
                "无抵押",
                "刷单",
                "guaranteed profit",
                "telegram group",
                "forex signals",
                "idiot",
                "moron",
                "fuck",
                "shit",
                "bitch",
                "bastard",
                "shut up");
    }

    private static List<WordList> trialLists() throws IOException {
        var file = TrialData.require("open/moderation-words-zh.json").toFile();
        Map<String, Object> words = JSON.readValue(file, new TypeReference<>() {});
        return Stream.of("ads", "abuse")
                .map(category ->
                        list(category, JSON.convertValue(words.get(category), new TypeReference<List<String>>() {})))
                .toList();
    }

    /** The lines of a file, each with these fields of it behind one another. */
    private static Stream<String> texts(String file, String... fields) throws IOException {
        return Files.readAllLines(TrialData.require(file)).stream().map(line -> {
            try {
                var json = JSON.readTree(line);
                return Stream.of(fields)
                        .map(field ->
                                Objects.requireNonNullElse(json.path(field).textValue(), ""))
                        .reduce("", String::concat);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static WordFinder finder(String category, List<String> words) {
        return new WordFinder(List.of(list(category, words)), LETTERS);
    }

    private static WordList list(String category, List<String> words) {
        return new WordList(category, 60, 30, words, 1, Instant.EPOCH);
    }
}
