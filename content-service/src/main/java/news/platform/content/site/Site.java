package news.platform.content.site;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where readers find the platform and what it is called. Links that leave it are made of this, never of the Host header, which
 * is the client's to choose.
 *
 * @param url http or https with a host, perhaps with a path; on one machine the gateway's, in a cluster the chart says it
 * @param name as readers know it; default News Platform
 */
@ConfigurationProperties("news.site")
public record Site(
        String url, @DefaultValue("News Platform") String name) {
    /** Checks the values; an address is kept without a slash at its end. */
    public Site {
        if (!isBase(URI.create(url))) {
            throw new IllegalArgumentException(
                    "news.site.url: " + url + " (expected: http or https with a host, without query and fragment)");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("news.site.name: blank (expected: what readers call it)");
        }
        url = url.replaceFirst("/+$", "");
    }

    /** The address of something of ours by its path, which begins with a slash; any other address is absolute already. */
    public String absolute(String address) {
        return address.startsWith("/") ? url + address : address;
    }

    /** Safe HTML whose own pictures, which have no other addresses of that kind beside them, can be seen from anywhere. */
    public String absoluteIn(String safeHtml) {
        // quotes in a text are written otherwise there
        return safeHtml.replace(" src=\"/", " src=\"" + absolute("/"));
    }

    /** Where an article is read. */
    public String article(String id) {
        return url + "/articles/" + id;
    }

    /** Where a channel is read. */
    public String channel(String id) {
        return url + "/channels/" + id;
    }

    private static boolean isBase(URI uri) {
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
    }
}
