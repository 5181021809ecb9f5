package news.platform.benchmarks.drill;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.up.RunningPlatform;
import tools.jackson.databind.json.JsonMapper;

/** The editor of the drill: keeps the calendar, and writes. */
final class Desk {
    private static final String EVENTS = "/api/v1/calendar/events";
    private static final String ARTICLES = "/api/v1/articles";

    private final Edge edge;
    private final String bearer;
    private final JsonMapper json = new JsonMapper();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final DrillRun.Figure figure;
    private String releaseId = "";

    /** A figure that is a quarter to three quarters more or less than is expected. */
    Desk(Edge edge, RunningPlatform platform, Random random) {
        this.edge = edge;
        this.bearer = "Bearer " + platform.token("editor");
        int expected = 120 + random.nextInt(120);
        int surprise = expected * (25 + random.nextInt(50)) / 100;
        this.figure = new DrillRun.Figure(random.nextBoolean() ? expected + surprise : expected - surprise, expected);
    }

    /** The name of the release: no other is called so. */
    String name() {
        return "Drill payrolls " + run;
    }

    /** What the live about it is called. */
    String headline() {
        return name() + ": " + figure.actual() + " thousand";
    }

    DrillRun.Figure figure() {
        return figure;
    }

    /** Puts the release on the calendar. */
    void schedule(Instant time) {
        Map<String, Object> release = Map.of(
                "indicatorId",
                "drill-payrolls-" + run,
                "name",
                name(),
                "country",
                "US",
                "importance",
                3,
                "releaseTime",
                time.toString(),
                "forecast",
                Integer.toString(figure.expected()),
                "unit",
                "thousand",
                "period",
                run);
        releaseId = send("POST", EVENTS, release).json().path("id").asString();
    }

    /** The figure is out. */
    void publishFigure() {
        send("PATCH", EVENTS + "/" + releaseId, Map.of("actual", Integer.toString(figure.actual())));
    }

    /** Writes the article about it. Returns its id. */
    String publishArticle() {
        Map<String, Object> article = Map.of(
                "title",
                name() + " surprise everybody",
                "bodyHtml",
                "<p>" + "Employers surprised everybody, and markets moved at once. ".repeat(30) + "</p>",
                "lang",
                "en",
                "channelIds",
                List.of("global"));
        String id = send("POST", ARTICLES, article).json().path("id").asString();
        send("POST", ARTICLES + "/" + id + ":publish", Map.of());
        return id;
    }

    /** A POST is tried again until it is answered, once in effect. */
    private Reply send(String method, String path, Map<String, Object> body) {
        Map<String, String> headers = method.equals("POST")
                ? Map.of(
                        "authorization",
                        bearer,
                        "idempotency-key",
                        UUID.randomUUID().toString())
                : Map.of("authorization", bearer);
        return Cast.ok(edge.send(method, path, json.writeValueAsString(body), headers));
    }
}
