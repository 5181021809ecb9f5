package news.platform.search.snippet;

import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.util.BytesRef;

/** What Lucene's own does, without the table of 32 KiB that it makes for each passage. */
final class PassageScores extends PassageScorer {
    @Override
    public float score(Passage passage, int textLength) {
        var matches = passage.getMatchTerms();
        int count = passage.getNumMatches();
        var terms = new BytesRef[count];
        var times = new int[count];
        var timesInText = new int[count];
        int different = 0;
        for (int match = 0; match < count; match++) {
            int term = 0;
            while (term < different && !terms[term].equals(matches[match])) {
                term++;
            }
            if (term == different) {
                terms[different] = matches[match];
                timesInText[different++] = passage.getMatchTermFreqsInDoc()[match];
            }
            times[term]++;
        }
        double score = 0;
        for (int term = 0; term < different; term++) {
            score += tf(times[term], passage.getLength()) * weight(textLength, timesInText[term]);
        }
        return (float) (score * norm(passage.getStartOffset()));
    }
}
