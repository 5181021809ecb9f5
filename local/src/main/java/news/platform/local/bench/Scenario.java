package news.platform.local.bench;

import java.util.List;

/**
 * One kind of request.
 *
 * @param path of the gateway; {@code %} in it is replaced by a new number for each request
 * @param file what nginx serves for the same bytes
 * @param headers each as {@code Name: value}
 * @param aim the ratio to nginx that is aimed at, 0 where there is none
 */
record Scenario(String name, String path, String file, List<String> headers, double aim) {
    boolean changing() {
        return path.contains("%");
    }
}
