package news.platform.benchmarks.load;

import java.util.List;

/**
 * One kind of request.
 *
 * @param path of the gateway; {@code #} in it is replaced by a new number of nine digits for each request
 * @param file what nginx serves for the same bytes
 * @param headers each as {@code Name: value}
 * @param aim the ratio to nginx that is aimed at, 0 where there is none
 */
public record Scenario(String name, String path, String file, List<String> headers, double aim) {
    /** Nothing that a path may contain. */
    static final String HOLE = "#";

    /** The same request to a server that has the answer as a file. */
    public Scenario ofFile() {
        return new Scenario(name, "/" + file, file, headers, aim);
    }

    /** The same request with other headers. */
    public Scenario with(List<String> others) {
        return new Scenario(name, path, file, others, aim);
    }

    boolean changing() {
        return path.contains(HOLE);
    }
}
