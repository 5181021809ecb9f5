package news.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Images through the whole edge: the same answers to conditions and ranges as nginx gives for the same file, and large ones in
 * the heap that the table gives to content-service.
 */
@ExtendWith(SharedPlatform.class)
class MediaJourneyIT {
    private static final List<String> OF_A_FILE = List.of(
            "Content-Type", "Content-Length", "Content-Range", "Accept-Ranges", "Last-Modified", "Cache-Control");
    private static final List<String> OF_NO_FILE = List.of("Content-Range");

    /** Method, then names and values of headers by turns; {@code TAG} and {@code DATE} are the file's. */
    private static final List<List<String>> REQUESTS = List.of(
            List.of("GET"),
            List.of("HEAD"),
            List.of("GET", "If-None-Match", "TAG"),
            List.of("HEAD", "If-None-Match", "TAG"),
            List.of("GET", "If-None-Match", "W/TAG"),
            List.of("GET", "If-None-Match", "\"other\", TAG"),
            List.of("GET", "If-None-Match", "\"other\""),
            List.of("GET", "If-None-Match", "*"),
            List.of("GET", "If-Modified-Since", "DATE"),
            List.of("GET", "If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT"),
            List.of("GET", "If-Modified-Since", "Thu, 01 Jan 1998 00:00:00 GMT"),
            List.of("GET", "If-Match", "TAG"),
            List.of("GET", "If-Match", "\"other\""),
            List.of("GET", "If-Match", "*"),
            List.of("GET", "If-Unmodified-Since", "DATE"),
            List.of("GET", "If-Unmodified-Since", "Thu, 01 Jan 1998 00:00:00 GMT"),
            List.of("GET", "Range", "bytes=0-0"),
            List.of("GET", "Range", "bytes=0-499"),
            List.of("GET", "Range", "bytes=500-"),
            List.of("GET", "Range", "bytes=-500"),
            List.of("GET", "Range", "bytes=-99999999"),
            List.of("GET", "Range", "bytes=10-99999999"),
            List.of("GET", "Range", "bytes=99999999-"),
            List.of("GET", "Range", "bytes=5-4"),
            List.of("GET", "Range", "bytes=x"),
            List.of("GET", "Range", "lines=1-2"),
            List.of("GET", "Range", "bytes=0-1,5-6"),
            List.of("HEAD", "Range", "bytes=0-9"),
            List.of("GET", "Range", "bytes=0-9", "If-Range", "TAG"),
            List.of("GET", "Range", "bytes=0-9", "If-Range", "\"other\""),
            List.of("GET", "Range", "bytes=0-9", "If-Range", "W/TAG"),
            List.of("GET", "Range", "bytes=0-9", "If-Range", "DATE"),
            List.of("GET", "Range", "bytes=0-9", "If-Range", "Thu, 01 Jan 1998 00:00:00 GMT"),
            List.of("GET", "Range", "bytes=0-9", "If-None-Match", "TAG"),
            List.of("GET", "Range", "bytes=0-9", "If-Match", "\"other\""));

    @TempDir
    Path folder;

    private static RunningPlatform platform;
    private static String token;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start(RunningPlatform running) {
        platform = running;
        token = new Visitor(HttpClient.newHttpClient(), platform.edge(), "")
                .editor()
                .token();
    }

    @Test
    void answersAsNginxDoes() throws Exception {
        assumeThat(FileServer.isInstalled()).as("nginx is installed").isTrue();
        var answer = http.send(upload(picture(900, 600)), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var url = platform.edge()
                + new JsonMapper().readTree(answer.body()).path("url").asString();
        var image = http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
        assertThat(image.statusCode()).isEqualTo(200);
        try (var nginx = FileServer.of(folder, image)) {
            assertThat(REQUESTS).hasSizeGreaterThanOrEqualTo(30);
            for (var request : REQUESTS) {
                assertThat(answer(url, request, image))
                        .as("%s", request)
                        .isEqualTo(answer(nginx.url(), request, image));
            }
        }
    }

    @Test
    void takesManyLargePicturesInASmallHeap() throws Exception {
        var answers = IntStream.range(0, 8)
                .mapToObj(number -> large(7000 + number, 5600))
                .map(file -> http.sendAsync(upload(file), BodyHandlers.ofString()))
                .toList();

        for (var answer : answers) {
            assertThat(answer.get().statusCode()).as(answer.get().body()).isIn(201, 503);
        }
        assertThat(answers).anyMatch(answer -> answer.join().statusCode() == 201);
        assertThat(new Visitor(http, platform.edge(), "")
                        .get("/api/v1/articles?pageSize=1")
                        .status())
                .isEqualTo(200);
    }

    /** What of an answer is to be the same. */
    private String answer(String url, List<String> request, HttpResponse<byte[]> image) throws Exception {
        var tag = header(http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding()), "ETag");
        var asked = HttpRequest.newBuilder(URI.create(url)).method(request.getFirst(), BodyPublishers.noBody());
        for (int i = 1; i < request.size(); i += 2) {
            asked.header(
                    request.get(i),
                    request.get(i + 1).replace("TAG", tag).replace("DATE", header(image, "Last-Modified")));
        }
        var answer = http.send(asked.build(), BodyHandlers.ofByteArray());
        boolean file = answer.statusCode() < 400;
        return answer.statusCode()
                + (file ? OF_A_FILE : OF_NO_FILE)
                        .stream()
                                .map(name -> " " + name + "=" + header(answer, name))
                                .toList()
                                .toString()
                + " tag=" + (!file || header(answer, "ETag").equals(tag))
                + " body="
                + (file ? HexFormat.of().formatHex(answer.body()).hashCode() + "/" + answer.body().length : "");
    }

    private static HttpRequest upload(byte[] file) {
        return HttpRequest.newBuilder(URI.create(platform.edge() + "/api/v1/media"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(file))
                .build();
    }

    private static byte[] picture(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpeg", out);
        return out.toByteArray();
    }

    private static byte[] large(int width, int height) {
        try {
            return picture(width, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(
                ",",
                Stream.of(name)
                        .flatMap(each -> answer.headers().allValues(each).stream())
                        .toList());
    }
}
