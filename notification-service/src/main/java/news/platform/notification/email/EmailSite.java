package news.platform.notification.email;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where readers find the platform: an e-mail's links are made of it.
 *
 * @param url http or https with a host; on one machine the gateway's, in a cluster the chart says it
 */
@ConfigurationProperties("news.site")
record EmailSite(String url) {
    EmailSite {
        url = url.replaceFirst("/+$", "");
    }

    /** The address of something of ours by its path, which begins with a slash. */
    String absolute(String path) {
        return url + path;
    }

    /** What a mail program calls to end further ones. */
    String unsubscribe(String token) {
        return absolute("/api/v1/emails/" + token + ":unsubscribe");
    }
}
