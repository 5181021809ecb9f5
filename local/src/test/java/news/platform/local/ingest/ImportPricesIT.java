package news.platform.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.test.TrialData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ImportPricesIT {
    private static final String HEAD = "date,symbol,open,high,low,close,adj_close,volume\n";

    @TempDir
    private Path folder;

    private final HttpServer gateway;
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    ImportPricesIT() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void bringsTheDaysOfEachInstrumentInTheirOrderThenListsIt() throws IOException {
        run(HEAD + "2017-05-02,WIDG,2,3,1,2.125,2,70\n2017-05-01,GADG,5,5,5,5,5,0\n2017-05-01,WIDG,1,2,1,2,2,60\n");

        assertThat(asked)
                .containsExactly(
                        "PUT /api/v1/instruments/GADG/history {\"days\":[" + day("2017-05-01", "5", "5", "5", "5", 0)
                                + "]}",
                        "PUT /api/v1/instruments/GADG 0 DEMO",
                        "PUT /api/v1/instruments/WIDG/history {\"days\":["
                                + day("2017-05-01", "1", "2", "1", "2", 60) + ","
                                + day("2017-05-02", "2", "3", "1", "2.125", 70) + "]}",
                        "PUT /api/v1/instruments/WIDG 3 DEMO");
        assertThat(printed())
                .contains("2 instruments with 3 days, 0 lines refused: GET /api/v1/instruments/WIDG/candles");
    }

    @Test
    void saysWhichLinesItCannotTakeAndGoesOn() throws IOException {
        run(
                HEAD + "2017-05-01,WIDG,1,2,1,2,2,60\n2017-05-01,WIDG,1,2,1,2,2,60\n2017-05-02,WIDG,,2,1,2,2,60\n"
                        + "2017-05-32,WIDG,1,2,1,2,2,60\n2017-05-03,WIDG,3,2,1,2,2,60\n\n2017-05-04,BAD,1,1,1,1,1,1\nrubbish\n");

        assertThat(printed())
                .contains("prices.csv, line 3: the same instrument on the same day as in line 2")
                .contains("line 4: open: ''", "line 5: date: '2017-05-32'")
                .contains("line 6: open or close outside of low and high")
                .contains("line 8: and those of the same instrument: HTTP 400 INVALID_FIELD: not this one")
                .contains("line 9: symbol: ''", "1 instruments with 1 days, 6 lines refused");
    }

    @Test
    void bringsRealPrices() {
        run(TrialData.require("open/prices-daily-120-symbols-2016-2017.csv"), Duration.ofSeconds(20));

        assertThat(printed()).contains("120 of 120 instruments", "120 instruments with 58435 days, 5 lines refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2017-05-01,GADG,0,5,0,5,5,1 | open: '0' (expected: a price above 0)",
                "2017-05-01,GADG,-1,5,1,5,5,1 | open: '-1' (expected: a price",
                "1899-12-31,GADG,5,5,5,5,5,1 | date: '1899-12-31' (expected: from 1900-01-01 to today",
                "2999-01-01,GADG,5,5,5,5,5,1 | date: '2999-01-01'",
                "2017-05-01,gadg,5,5,5,5,5,1 | symbol: 'gadg' (expected: at most 20 of capital letters",
                "2017-05-01,GADG,5,5,5,5,5,1,9 | 9 values (expected: 8, as in the first line)"
            })
    void refusesALineRatherThanGuessing(String line, String reason) throws IOException {
        run(HEAD + "2017-05-02,WIDG,2,3,1,2.125,2,70\n" + line + "\n");

        assertThat(printed()).contains("line 3: " + reason, "1 instruments with 1 days, 1 lines refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date,symbol,open,high,low,close,vol | missing [volume] unknown [vol]",
                "date,symbol,open,open,high,low,close,volume | twice [open]",
                "'' | missing [date, symbol,"
            })
    void saysWhatIsWrongWithTheFirstLine(String head, String problem) {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> run(head + "\n2017-05-01,WIDG,1,2,1,2,2,60\n"))
                .withMessageContainingAll("its first line: " + problem, "(expected: date,symbol,open,high");
    }

    @Test
    void takesAFileWithAByteOrderMarkAndSaysWhichColumnsItLeavesOut() throws IOException {
        run("\uFEFF" + HEAD + "2017-05-02,WIDG,2,3,1,2.125,2,70\n");

        assertThat(printed()).contains("left out columns [adj_close]", "1 instruments with 1 days, 0 lines refused");
    }

    @Test
    @Timeout(60)
    void givesUpNamingTheServiceThatDoesNotAnswer() {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> run(
                        HEAD + "2017-05-01,DEAD,1,1,1,1,1,1\nrubbish\n2017-05-01,WIDG,1,2,1,2,2,60\n",
                        Duration.ofMillis(200)))
                .withMessageContainingAll("Gave up waiting for market-service: HTTP 503", "./news logs market");
        assertThat(printed()).contains("line 3: symbol: ''");
        assertThat(asked).noneMatch(each -> each.contains("WIDG"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "nonsense",
                "a,b\n1,2\n",
                HEAD,
                HEAD + "rubbish\n",
                HEAD + "2017-05-04,BAD,1,1,1,1,1,1\n"
            })
    void failsWhereNothingInTheFileIsReadable(String text) {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> run(text))
                .withMessageContainingAll("Nothing of", "prices.csv", "expected");
    }

    private void run(String text) throws IOException {
        run(text, Duration.ofSeconds(20));
    }

    private void run(String text, Duration patience) throws IOException {
        run(Files.writeString(folder.resolve("prices.csv"), text), patience);
    }

    private void run(Path file, Duration patience) {
        var progress = new Progress(new PrintStream(output, true, StandardCharsets.UTF_8));
        try (var edge = new Edge(gateway.getAddress().getPort(), patience, _ -> {})) {
            new ImportPrices(edge, "secret", file, progress).run();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/api/v1/sessions")) {
            send(exchange, 200, "{\"accessToken\":\"token\"}");
        } else if (path.endsWith("/DEAD")) {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            send(exchange, 503, "{\"reason\":\"UNAVAILABLE\",\"detail\":\"nobody\"}");
        } else if (path.contains("BAD")) {
            send(exchange, 400, "{\"reason\":\"INVALID_FIELD\",\"detail\":\"not this one\"}");
        } else {
            var json = new JsonMapper().readTree(body);
            asked.add(exchange.getRequestMethod() + " " + path + " "
                    + (json.has("days")
                            ? body
                            : json.path("decimals").asInt() + " "
                                    + json.path("exchange").asString()));
            send(exchange, 200, "{}");
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String day(String date, String open, String high, String low, String close, int volume) {
        return "{\"date\":\"%s\",\"open\":\"%s\",\"high\":\"%s\",\"low\":\"%s\",\"close\":\"%s\",\"volume\":\"%d\"}"
                .formatted(date, open, high, low, close, volume);
    }

    private String printed() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
