package news.platform.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The smallest question one can ask over HTTP. */
public final class Http {
    private static final int MILLIS = 2000;

    private Http() {}

    /** The status of a GET, 0 where nobody answers in time. */
    public static int status(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return 0;
        }
    }
}
