package news.platform.search.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class PassageScoresTest {
    private static final List<String> TERMS = List.of("rate", "cut", "降息", "央行");

    @Test
    void scoresAsLuceneDoes() {
        var random = new Random(5);
        for (int time = 0; time < 200; time++) {
            var passage = passage(random, random.nextInt(12));

            assertThat(new PassageScores().score(passage, 3000)).isEqualTo(new PassageScorer().score(passage, 3000));
        }
    }

    /** With so many matches of some terms. */
    private static Passage passage(Random random, int matches) {
        var passage = new Passage();
        int start = random.nextInt(1000);
        passage.setStartOffset(start);
        passage.setEndOffset(start + 160);
        for (int match = 0; match < matches; match++) {
            int term = random.nextInt(TERMS.size());
            passage.addMatch(start + 10 * match, start + 10 * match + 4, new BytesRef(TERMS.get(term)), term + 12);
        }
        return passage;
    }
}
