package news.platform.thirdparty.item;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a partner calls a version. Compared as people read it: runs of digits as numbers, the rest as text, so 10 follows 9,
 * 1.10 follows 1.9, and timestamps follow each other.
 */
public record SourceVersion(String text) implements Comparable<SourceVersion> {
    private static final Pattern RUN = Pattern.compile("\\d+|\\D+");

    @Override
    public int compareTo(SourceVersion other) {
        Matcher mine = RUN.matcher(text);
        Matcher theirs = RUN.matcher(other.text);
        while (true) {
            boolean more = mine.find();
            boolean theirMore = theirs.find();
            if (!more || !theirMore) {
                return Boolean.compare(more, theirMore);
            }
            int order = compareRuns(mine.group(), theirs.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int compareRuns(String mine, String theirs) {
        if (!isNumber(mine) || !isNumber(theirs)) {
            return mine.compareTo(theirs);
        }
        String number = mine.replaceFirst("^0+(?=.)", "");
        String theirNumber = theirs.replaceFirst("^0+(?=.)", "");
        int length = Integer.compare(number.length(), theirNumber.length());
        return length != 0 ? length : number.compareTo(theirNumber);
    }

    private static boolean isNumber(String run) {
        return Character.isDigit(run.charAt(0));
    }
}
