package news.platform.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexTest {
    private static final int ITEMS = 60;

    @TempDir
    private Path folder;

    @Test
    void keepsTheHighestVersionWhateverComesLate() {
        var index = Index.open(folder.resolve("one"));

        index.put(item("a", 2, "second"));
        index.put(item("a", 1, "first"));
        index.put(item("a", 2, "second again"));

        assertThat(content(index)).isEqualTo(Map.of("articles/a", "5 second"));
        index.close();
    }

    @Test
    void bringsNothingBackThatIsGone() {
        var index = Index.open(folder.resolve("one"));

        index.remove("articles/a", 3);
        index.put(item("a", 1, "first"));
        index.put(item("a", 2, "second"));

        assertThat(content(index)).isEqualTo(Map.of("articles/a", "7 -"));
        index.close();
    }

    @Test
    void isCompletedByTheSameVersionAndNotTakenBack() {
        var index = Index.open(folder.resolve("one"));
        var partial = partial("a", 2);

        index.put(partial);
        index.refresh();
        assertThat(index.partial(10)).containsExactly("articles/a");
        index.put(item("a", 2, "whole"));
        index.put(partial);

        assertThat(content(index)).isEqualTo(Map.of("articles/a", "5 whole"));
        assertThat(index.partial(10)).isEmpty();
        index.close();
    }

    @Test
    void hasAnInventoryOfWhatCanBeFoundAndOfNothingElse() {
        var index = Index.open(folder.resolve("one"));
        var other = Index.open(folder.resolve("other"));

        List.of(item("a", 1, "first"), item("b", 1, "second")).forEach(index::put);
        other.put(item("b", 1, "second"));
        other.put(item("c", 1, "third"));
        other.remove("articles/c", 2);
        other.put(item("a", 1, "first"));

        assertThat(inventory(index)).isEqualTo(inventory(other));
        assertThat(inventory(index).items()).isEqualTo(2);
        other.put(item("a", 2, "first"));
        assertThat(inventory(index)).isNotEqualTo(inventory(other));
        var otherwise = Index.open(folder.resolve("otherwise"));
        List.of(item("a", 1, "first"), item("b", 1, "said otherwise")).forEach(otherwise::put);
        assertThat(inventory(index)).isNotEqualTo(inventory(otherwise));
        List.of(index, other, otherwise).forEach(Index::close);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isTheSameInWhateverOrderAndHoweverOftenThingsAreTold(long seed) {
        var told = happened(new Random(seed));
        var inOrder = Index.open(folder.resolve("ordered"));
        told.forEach(event -> event.accept(inOrder));
        var shuffled = new ArrayList<>(told);
        shuffled.addAll(told.subList(0, told.size() / 2));
        var random = new Random(seed);
        Collections.shuffle(shuffled, random);
        var other = Index.open(folder.resolve("shuffled"));
        shuffled.forEach(event -> {
            event.accept(other);
            if (random.nextInt(5) == 0) {
                other.refresh();
            }
        });

        assertThat(content(other)).isEqualTo(content(inOrder));
        assertThat(inventory(other)).isEqualTo(inventory(inOrder));
        inOrder.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 77, 140})
    void isAfterACrashWhatARebuiltOneIs(int committed) throws IOException {
        var told = happened(new Random(7));
        var whole = Index.open(folder.resolve("rebuilt"));
        told.forEach(event -> event.accept(whole));
        var crashing = Index.open(folder.resolve("crashing"));
        for (int at = 0; at < 150; at++) {
            if (at == committed) {
                crashing.markComplete();
                crashing.commit(Map.of("topic-0", (long) at), false);
            }
            told.get(at).accept(crashing);
            if (at % 20 == 0) {
                crashing.refresh();
            }
        }
        var left = copied(folder.resolve("crashing"), folder.resolve("left"));

        var opened = Index.open(left);
        assertThat(opened.isComplete()).isTrue();
        assertThat(opened.positions()).isEqualTo(Map.of("topic-0", (long) committed));
        told.subList(committed, told.size()).forEach(event -> event.accept(opened));

        assertThat(content(opened)).isEqualTo(content(whole));
        assertThat(inventory(opened)).isEqualTo(inventory(whole));
        List.of(whole, crashing, opened).forEach(Index::close);
    }

    /** What a machine that stopped now would find. */
    private static Path copied(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    /** Some 180 things that happen to 60 articles, in order for each. */
    private static List<Consumer<Index>> happened(Random random) {
        var happened = new ArrayList<Consumer<Index>>();
        for (int version = 1; version <= 3; version++) {
            for (int number = 0; number < ITEMS; number++) {
                var id = "a" + number;
                var last = version;
                if (version == 3 && random.nextInt(4) == 0) {
                    happened.add(index -> index.remove("articles/" + id, last));
                } else if (random.nextInt(5) == 0) {
                    happened.add(index -> index.put(partial(id, last)));
                } else {
                    happened.add(index -> index.put(item(id, last, "version " + last + " of " + id)));
                }
            }
        }
        return happened;
    }

    private static Inventory inventory(Index index) {
        index.refresh();
        return index.read(Inventory::of);
    }

    private static Map<String, String> content(Index index) {
        index.refresh();
        return index.read(searcher -> {
            var content = new TreeMap<String, String>();
            for (var hit : searcher.search(MatchAllDocsQuery.INSTANCE, 1000).scoreDocs) {
                var leaves = searcher.getLeafContexts();
                var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
                var keys = leaf.reader().getSortedDocValues(Fields.KEY);
                var ranks = leaf.reader().getNumericDocValues(Fields.RANK);
                var titles = DocValues.getBinary(leaf.reader(), Fields.TITLE);
                keys.advanceExact(hit.doc - leaf.docBase);
                ranks.advanceExact(hit.doc - leaf.docBase);
                var title = titles.advanceExact(hit.doc - leaf.docBase)
                        ? titles.binaryValue().utf8ToString()
                        : "-";
                content.put(keys.lookupOrd(keys.ordValue()).utf8ToString(), ranks.longValue() + " " + title);
            }
            return content;
        });
    }

    private static Item item(String id, long version, String title) {
        return new Item(
                Item.ARTICLES,
                id,
                version,
                true,
                new Item.Text(title, "", "body", "", "en"),
                new Item.Placing(List.of("global"), List.of(), List.of(), List.of()),
                Instant.parse("2026-11-01T00:00:00Z"));
    }

    private static Item partial(String id, long version) {
        var whole = item(id, version, "partial " + version + " of " + id);
        return new Item(whole.type(), id, version, false, whole.text(), whole.placing(), whole.publishTime());
    }
}
