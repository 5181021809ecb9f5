package news.platform.comment.screening;

import java.time.Instant;
import java.util.List;

/**
 * Words that comments are screened for.
 *
 * @param category what they are, a short name: {@code ads}
 * @param weight of a word that is written in disguise, or is a good part of the text
 * @param passingWeight of one that is written plainly, in passing
 * @param version rises with each change
 */
record WordList(String category, int weight, int passingWeight, List<String> words, long version, Instant updateTime) {
    WordList {
        words = List.copyOf(words);
    }

    /** Whether another list has the same words at the same weights. */
    boolean says(WordList other) {
        return words.equals(other.words) && weight == other.weight && passingWeight == other.passingWeight;
    }
}
