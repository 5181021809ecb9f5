package news.platform.thirdparty.wechatpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import news.platform.security.Digests;
import news.platform.thirdparty.channel.Statement;
import news.platform.thirdparty.channel.wire.Csv;
import news.platform.thirdparty.channel.wire.MalformedBodyException;
import news.platform.thirdparty.channel.wire.Yuan;

/** A day's bill: text with a row for each payment and each refund, in yuan, by China's clocks; then sums. */
final class WechatpayBill {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private WechatpayBill() {}

    /** @param sha1 of the file, hexadecimal */
    static Statement read(LocalDate day, byte[] file, String sha1) throws MalformedBodyException {
        if (!HexFormat.of().formatHex(Digests.sha1(file)).equalsIgnoreCase(sha1)) {
            throw new MalformedBodyException("a bill with another digest");
        }
        var text = new String(file, UTF_8).replace("\uFEFF", "");
        var lines = new ArrayList<Statement.Line>();
        for (var row : Csv.rows(text.lines().toList())) {
            lines.add(line(row));
        }
        return new Statement(
                day.atStartOfDay().toInstant(WechatpayChannel.CHINA),
                day.plusDays(1).atStartOfDay().toInstant(WechatpayChannel.CHINA),
                List.copyOf(lines));
    }

    private static Statement.Line line(Map<String, String> row) throws MalformedBodyException {
        boolean refund = Csv.cell(row, "交易状态").equals("REFUND");
        return new Statement.Line(
                refund,
                Csv.cell(row, refund ? "商户退款单号" : "商户订单号"),
                Csv.cell(row, refund ? "微信退款单号" : "微信订单号"),
                Yuan.of(Csv.cell(row, refund ? "申请退款金额" : "订单金额")),
                time(Csv.cell(row, "交易时间")));
    }

    private static Instant time(String text) throws MalformedBodyException {
        try {
            return LocalDateTime.parse(text, TIME).toInstant(WechatpayChannel.CHINA);
        } catch (DateTimeException _) {
            throw new MalformedBodyException("交易时间");
        }
    }
}
