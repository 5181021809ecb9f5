package news.platform.house;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where something is started that goes on by itself: threads, schedulers, what takes part in the life cycle. */
final class Loops {
    private static final Pattern START = Pattern.compile(
            "Scheduled(?:Executor|ThreadPool)\\w*|newSingleThreadScheduled\\w+"
                    + "|@(?:Enable)?Schedul(?:ed|ing)\\b|java\\.util\\.Timer\\b|(?:implements|,)\\s+(?:Smart)?Lifecycle\\b"
                    + "|\\.startVirtualThread\\(|new Thread\\(|Thread\\s*\\.of(?:Virtual|Platform)\\(\\)[^;{]*?\\.(?:start|unstarted)\\(");

    private Loops() {}

    /** What a source starts. */
    static List<String> in(String source) {
        return START.matcher(source).results().map(MatchResult::group).toList();
    }
}
