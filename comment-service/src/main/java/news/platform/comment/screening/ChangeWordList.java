package news.platform.comment.screening;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import news.platform.comment.audit.Action;
import news.platform.comment.review.Rescore;
import news.platform.grpc.resource.Etags;
import news.platform.persistence.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Replaces a word list, or makes one. What it has already is no change. */
@Component
public final class ChangeWordList {
    private final WordLists lists;
    private final Words words;
    private final Rescore rescore;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangeWordList(
            WordLists lists,
            Words words,
            Rescore rescore,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.lists = lists;
        this.words = words;
        this.rescore = rescore;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The list after the change.
     *
     * @param etag the version that it is based on, empty for whatever there is
     */
    public WordList change(
            String category, String etag, List<String> newWords, int weight, int passingWeight, String editorId) {
        var changed = Objects.requireNonNull(transaction.execute(_ -> {
            var known = lists.lock(category);
            long version = known.map(WordList::version).orElse(0L);
            var list = new WordList(category, weight, passingWeight, newWords, version + 1, clock.instant());
            if (known.filter(list::says).isPresent()) {
                return known.get();
            }
            Etags.require(etag, version);
            lists.save(list);
            audit.add(
                    editorId,
                    Action.WORD_LIST_CHANGED,
                    category,
                    difference(known.map(WordList::words).orElse(List.of()), list));
            rescore.soon();
            return list;
        }));
        words.refresh();
        return changed;
    }

    private static String difference(List<String> before, WordList list) {
        return "weights %d, %d; added %s; removed %s"
                .formatted(
                        list.weight(),
                        list.passingWeight(),
                        list.words().stream()
                                .filter(word -> !before.contains(word))
                                .toList(),
                        before.stream()
                                .filter(word -> !list.words().contains(word))
                                .toList());
    }
}
