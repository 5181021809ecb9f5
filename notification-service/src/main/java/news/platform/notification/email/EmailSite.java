package news.platform.notification.email;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where readers find the platform: an e-mail's links are made of it.
 *
 * @param url http or https with a host; on one machine the gateway's, in a cluster the chart says it
 */
@ConfigurationProperties("news.site")
record EmailSite(String url) {
    private static final String ARTICLES = "/articles/";

    EmailSite {
        url = url.replaceFirst("/+$", "");
    }

    /**
     * The page of what a story is about; empty where a site need not have one. A story's link is a path of the API's, which answers
     * clients that are logged in; readers find articles at the site, as feeds say, too.
     */
    String page(String link) {
        return link.startsWith(ARTICLES) ? url + link : "";
    }

    /** What a mail program calls to end further ones. */
    String unsubscribe(String token) {
        return url + "/api/v1/emails/" + token + ":unsubscribe";
    }
}
