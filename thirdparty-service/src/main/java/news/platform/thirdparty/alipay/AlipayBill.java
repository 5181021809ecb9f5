package news.platform.thirdparty.alipay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import news.platform.thirdparty.channel.Statement;
import news.platform.thirdparty.channel.wire.Csv;
import news.platform.thirdparty.channel.wire.MalformedBodyException;
import news.platform.thirdparty.channel.wire.Yuan;

/** A day's bill: a ZIP file in which one text, in GBK, has a row for each payment and each refund; other texts have sums. */
final class AlipayBill {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int MAX_TEXT = 256 * 1024 * 1024;

    private AlipayBill() {}

    static Statement read(LocalDate day, byte[] file) throws IOException {
        var lines = new ArrayList<Statement.Line>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), GBK)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().contains("汇总")) {
                    for (var row : rows(new String(zip.readNBytes(MAX_TEXT), GBK))) {
                        lines.add(line(row));
                    }
                }
            }
        }
        return new Statement(
                day.atStartOfDay().toInstant(AlipayApi.CHINA),
                day.plusDays(1).atStartOfDay().toInstant(AlipayApi.CHINA),
                List.copyOf(lines));
    }

    private static List<Map<String, String>> rows(String text) throws MalformedBodyException {
        return Csv.rows(text.lines().filter(line -> !line.startsWith("#")).toList());
    }

    private static Statement.Line line(Map<String, String> row) throws MalformedBodyException {
        boolean refund = Csv.cell(row, "业务类型").equals("退款");
        return new Statement.Line(
                refund,
                Csv.cell(row, refund ? "退款批次号/请求号" : "商户订单号"),
                Csv.cell(row, "支付宝交易号"),
                // what goes back is below 0
                Yuan.of(new BigDecimal(Csv.cell(row, "订单金额（元）")).abs().toPlainString()),
                time(Csv.cell(row, "完成时间")));
    }

    private static Instant time(String text) throws MalformedBodyException {
        try {
            return LocalDateTime.parse(text, AlipayApi.TIME).toInstant(AlipayApi.CHINA);
        } catch (DateTimeException _) {
            throw new MalformedBodyException("完成时间");
        }
    }
}
