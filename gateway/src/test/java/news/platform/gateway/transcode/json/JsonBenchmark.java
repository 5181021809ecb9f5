package news.platform.gateway.transcode.json;

import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.JsonFormat;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import news.platform.content.v1.Article;
import news.platform.content.v1.Author;
import news.platform.content.v1.CreateArticleRequest;
import news.platform.content.v1.ListArticlesResponse;
import org.curioswitch.common.protobuf.json.MessageMarshaller;

/** The figures of docs/adr/0004-transcoding.md; started by hand. */
final class JsonBenchmark {

    private static final int WARM_UP = 40_000;
    private static final int ROUNDS = 5;
    private static final int RUNS = 5_000;

    private JsonBenchmark() {}

    private interface Work {

        Object run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        var page = page();
        var request = CreateArticleRequest.newBuilder()
                .setTitle("Central bank leaves rates unchanged")
                .setLang("en")
                .setBodyHtml("<p>" + "text ".repeat(350) + "</p>")
                .addAllChannelIds(List.of("global", "bond"))
                .addAllSymbols(List.of("AAPL", "600519.SH"))
                .build();
        var prototypes = List.<Message>of(page, request, Struct.getDefaultInstance());
        var json = new Json(prototypes, new FieldNames(), 32);
        var plain = MessageMarshaller.builder().register(page).register(request).build();
        var printer = JsonFormat.printer().omittingInsignificantWhitespace().alwaysPrintFieldsWithNoPresence();
        var body = json.write(request);
        var text = new String(body, StandardCharsets.UTF_8);

        measure("write page, JsonFormat", () -> printer.print(page).getBytes(StandardCharsets.UTF_8));
        measure("write page, edge", () -> json.write(page));
        measure("read request, JsonFormat", () -> {
            var builder = CreateArticleRequest.newBuilder();
            JsonFormat.parser().merge(text, builder);
            return builder.build();
        });
        measure("read request, protobuf-jackson", () -> {
            var builder = CreateArticleRequest.newBuilder();
            plain.mergeValue(body, builder);
            return builder.build();
        });
        measure("read request, edge (strict)", () -> {
            var builder = CreateArticleRequest.newBuilder();
            json.read(body, builder);
            return builder.build();
        });
    }

    private static ListArticlesResponse page() {
        var page = ListArticlesResponse.newBuilder().setNextPageToken("token");
        for (int i = 0; i < 20; i++) {
            page.addArticles(Article.newBuilder()
                    .setId("0190f1d2-7a55-7000-8000-00000000000" + i)
                    .setTitle("Central bank leaves rates unchanged, hints at autumn " + i)
                    .setSummary("The board kept its main rate. ".repeat(5))
                    .setLang("en")
                    .addAllChannelIds(List.of("global", "bond"))
                    .addAuthors(Author.newBuilder().setId("u" + i).setDisplayName("Ann Example"))
                    .addAllSymbols(List.of("AAPL", "MSFT"))
                    .setPublishTime(Timestamp.newBuilder().setSeconds(1_800_000_000L + i))
                    .setUpdateTime(Timestamp.newBuilder().setSeconds(1_800_000_000L + i))
                    .setEtag("v" + i));
        }
        return page.build();
    }

    private static void measure(String name, Work work) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long start = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < RUNS; i++) {
                work.run();
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1000.0 / RUNS);
            bytes = (threads.getCurrentThreadAllocatedBytes() - allocated) / RUNS;
        }
        System.out.printf(Locale.ROOT, "%-32s %6.1f µs %8d bytes%n", name, best, bytes);
    }
}
