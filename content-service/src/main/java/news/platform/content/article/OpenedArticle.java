package news.platform.content.article;

import news.platform.content.listing.ListedArticle;

/**
 * An article with as much of its body as the reader may see.
 *
 * @param listed all but the body
 * @param bodyHtml the whole, or the preview
 */
record OpenedArticle(ListedArticle listed, String bodyHtml) {}
