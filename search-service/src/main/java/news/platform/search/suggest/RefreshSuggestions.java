package news.platform.search.suggest;

import news.platform.work.Rounds;
import org.springframework.stereotype.Component;

/** Has what is new be offered before long. */
@Component
final class RefreshSuggestions {
    RefreshSuggestions(Suggestions suggestions, SuggestProperties properties, Rounds rounds) {
        rounds.every("suggestions", properties.refresh(), suggestions::refresh);
    }
}
