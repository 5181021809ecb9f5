package news.platform.thirdparty.parse;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import news.platform.thirdparty.clean.RawItem;
import news.platform.thirdparty.clean.RawText;
import news.platform.thirdparty.xml.UnreadableXmlException;
import news.platform.thirdparty.xml.XmlTree;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** RSS and Atom. */
final class XmlFeedParser {
    Feed parse(String text, URI base) throws UnreadableFeedException {
        XmlTree tree = tree(text);
        try {
            Document document = tree.document();
            FeedFormat format = Dialects.unify(document);
            FeedTree.prepare(document, base, format);
            SyndFeed feed = new SyndFeedInput(false, Locale.US).build(document);
            // Atom says what is HTML and what is not; in its old version and in RSS any text may be HTML
            boolean typed = "atom_1.0".equals(feed.getFeedType());
            String language = Objects.requireNonNullElse(feed.getLanguage(), "");
            var read = new Feed(
                    format,
                    title(feed.getTitleEx()).readable(),
                    Objects.requireNonNullElse(feed.getLink(), ""),
                    Objects.requireNonNullElse(feed.getUri(), ""),
                    instant(feed.getPublishedDate()),
                    tree.fault(),
                    feed.getEntries().stream()
                            .map(entry -> item(entry, typed, language))
                            .toList());
            if (read.lenient() && read.title().isEmpty() && read.items().isEmpty()) {
                throw new UnreadableFeedException("no well-formed XML, and nothing in it: " + tree.fault());
            }
            return read;
        } catch (FeedException refused) {
            throw new UnreadableFeedException("neither RSS nor Atom", refused);
        }
    }

    private static XmlTree tree(String text) throws UnreadableFeedException {
        try {
            return XmlTree.read(text, Dialects.ROOTS);
        } catch (UnreadableXmlException refused) {
            throw new UnreadableFeedException(String.valueOf(refused.getMessage()));
        }
    }

    private static RawItem item(SyndEntry entry, boolean typed, String feedLanguage) {
        RawText summary = text(entry.getDescription(), typed);
        RawText body = entry.getContents().stream()
                .filter(content -> isText(content.getType()))
                .map(content -> text(content, typed))
                .filter(content -> !content.isBlank())
                .findFirst()
                .orElse(RawText.NONE);
        Instant published = instant(entry.getPublishedDate());
        return new RawItem(
                Objects.requireNonNullElse(entry.getUri(), ""),
                Objects.requireNonNullElse(entry.getLink(), ""),
                hint(entry, "base"),
                title(entry.getTitleEx()),
                summary,
                body,
                Objects.requireNonNullElse(hint(entry, "lang"), feedLanguage),
                published == null ? instant(entry.getUpdatedDate()) : published,
                bylines(entry),
                entry.getCategories().stream()
                        .flatMap(category -> Stream.ofNullable(category.getName()))
                        .toList(),
                Objects.requireNonNullElse(hint(entry, "cover"), ""));
    }

    private static List<String> bylines(SyndEntry entry) {
        Stream<String> names =
                entry.getAuthors().stream().map(SyndPerson::getName).filter(name -> name != null && !name.isBlank());
        return Stream.concat(names, Stream.ofNullable(entry.getAuthor())).toList();
    }

    private static RawText title(@Nullable SyndContent title) {
        return title == null || title.getValue() == null ? RawText.NONE : Titles.of(title.getValue());
    }

    private static RawText text(@Nullable SyndContent content, boolean typed) {
        if (content == null || content.getValue() == null) {
            return RawText.NONE;
        }
        String type = content.getType();
        boolean plain = typed && (type == null || type.equals("text"));
        return plain ? new RawText.Plain(content.getValue()) : new RawText.Html(content.getValue());
    }

    private static boolean isText(@Nullable String type) {
        if (type == null) {
            return true;
        }
        String name = type.toLowerCase(Locale.ROOT);
        return name.startsWith("text") || name.contains("html") || name.equals("escaped");
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static @Nullable String hint(SyndEntry entry, String name) {
        for (Element element : entry.getForeignMarkup()) {
            if (element.getNamespace().equals(FeedTree.HINT)) {
                return element.getAttributeValue(name);
            }
        }
        return null;
    }
}
