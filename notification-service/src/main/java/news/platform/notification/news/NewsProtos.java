package news.platform.notification.news;

import java.util.ArrayList;
import java.util.List;
import news.platform.content.v1.Article;
import news.platform.content.v1.Author;
import news.platform.livenews.v1.Live;
import news.platform.notification.story.Kind;
import news.platform.notification.story.Story;
import news.platform.proto.Timestamps;
import news.platform.text.Lines;

/** News as stories. A live that belongs to an article is one story with it. */
final class NewsProtos {
    private static final int BREAKING_FROM = 3;
    private static final int OF_ARTICLES = 2;
    private static final int MAX_TITLE = 200;
    private static final int MAX_BODY = 300;

    private NewsProtos() {}

    static Story story(String id, Live live) {
        var text = Lines.of(live.getContentText());
        var title = Lines.of(live.getTitle());
        var targets = new ArrayList<String>();
        add(targets, "channels", live.getChannelIdsList());
        add(targets, "symbols", live.getSymbolsList());
        add(targets, "topics", live.getTagsList());
        var subject = live.getArticleId().isEmpty() ? live(live.getId()) : article(live.getArticleId());
        return new Story(
                id,
                subject,
                "/" + subject,
                live.getImportance() >= BREAKING_FROM ? Kind.BREAKING : Kind.LIVES,
                live.getImportance(),
                Lines.cut(title.isEmpty() ? text : title, MAX_TITLE),
                title.isEmpty() ? "" : Lines.cut(text, MAX_BODY),
                targets,
                Timestamps.instant(live.getPublishTime()));
    }

    static Story story(String id, Article article) {
        var targets = new ArrayList<String>();
        add(
                targets,
                "authors",
                article.getAuthorsList().stream().map(Author::getId).toList());
        add(targets, "channels", article.getChannelIdsList());
        add(targets, "symbols", article.getSymbolsList());
        add(targets, "topics", article.getTagsList());
        return new Story(
                id,
                article(article.getId()),
                "/" + article(article.getId()),
                Kind.ARTICLES,
                OF_ARTICLES,
                Lines.cut(Lines.of(article.getTitle()), MAX_TITLE),
                Lines.cut(Lines.of(article.getSummary()), MAX_BODY),
                targets,
                Timestamps.instant(article.getPublishTime()));
    }

    /** The subject of a live. */
    static String live(String id) {
        return "lives/" + id;
    }

    /** The subject of an article. */
    static String article(String id) {
        return "articles/" + id;
    }

    private static void add(List<String> targets, String type, List<String> ids) {
        ids.stream().filter(id -> !id.isEmpty()).map(id -> type + "/" + id).forEach(targets::add);
    }
}
