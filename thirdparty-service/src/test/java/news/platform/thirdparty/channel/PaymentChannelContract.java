package news.platform.thirdparty.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import news.platform.thirdparty.channel.Acknowledgement.Verdict;
import org.junit.jupiter.api.Test;

/** What every payment channel keeps, whoever stands behind it. */
public abstract class PaymentChannelContract {
    protected static final Amount AMOUNT = new Amount(1999, "CNY");

    private static final int MUTATIONS = 200;

    protected final String reference = reference();

    /** The channel, working, which knows the time by this clock. */
    protected abstract PaymentChannel channel(Clock clock);

    /** The same kind of channel, whose other side is away. */
    protected abstract PaymentChannel unreachable();

    /** Somebody pays what was asked for. */
    protected abstract void pay(String chargeReference) throws IOException;

    /** Somebody opens the page to pay what was asked for; some channels hear of it only then. */
    protected void visit(String chargeReference) throws IOException {
        // most know it before
    }

    /** The latest callback that the other side has sent. */
    protected abstract Sent callback();

    /** A callback as it was sent: its headers by lower-case name, those alone that are signed. */
    public record Sent(Map<String, String> headers, String contentType, byte[] body) {
        public RawCallback raw() {
            return new RawCallback(name -> Stream.ofNullable(headers.get(name)).toList(), contentType, body);
        }
    }

    @Test
    void asksOnceHoweverOftenItIsAsked() throws IOException {
        var first = (Asked.Open) channel().ask(request());
        var again = (Asked.Open) channel().ask(request());

        assertThat(again.channelChargeId()).isEqualTo(first.channelChargeId());
        assertThat(again.action().url()).isEqualTo(first.action().url());
    }

    @Test
    void tellsHowAChargeStands() throws IOException {
        var key = open();

        var before = channel().find(key);
        pay(reference);
        var after = channel().find(key);

        assertThat(before.reference()).isEqualTo(reference);
        assertThat(before.fact()).isEqualTo(new Fact.Nothing());
        assertThat(after.reference()).isEqualTo(reference);
        assertThat(after.total()).contains(AMOUNT);
        assertThat(after.fact()).isInstanceOf(Fact.Paid.class);
    }

    @Test
    void tellsThatItIsPaidAsTheAnswerToAQuestionDoes() throws IOException, CallbackRefusedException {
        var key = open();
        pay(reference);

        var callback = callback().raw();
        channel().verify(callback);
        var told = channel().read(callback);
        var found = channel().find(key).fact();

        assertThat(told.eventId()).isNotEmpty();
        assertThat(told.reference()).isEqualTo(reference);
        assertThat(told.total()).contains(AMOUNT);
        assertThat(told.fact()).isInstanceOfSatisfying(Fact.Paid.class, paid -> assertThat(paid.transactionId())
                .isEqualTo(((Fact.Paid) found).transactionId()));
    }

    @Test
    void closesWhatNobodyPaidHoweverOftenItIsAsked() throws IOException {
        var key = open();
        visit(reference);

        var closed = channel().close(key);

        assertThat(closed.reference()).isEqualTo(reference);
        assertThat(closed.fact()).isEqualTo(new Fact.Closed());
        assertThat(channel().close(key).fact()).isEqualTo(new Fact.Closed());
        assertThat(channel().find(key).fact()).isEqualTo(new Fact.Closed());
    }

    @Test
    void tellsOfWhatWasPaidBeforeItWasClosed() throws IOException {
        var transaction = paid();

        var told = channel().close(open());

        assertThat(told.total()).contains(AMOUNT);
        assertThat(told.fact()).isInstanceOfSatisfying(Fact.Paid.class, paid -> assertThat(paid.transactionId())
                .isEqualTo(transaction));
    }

    @Test
    void givesPartsBackAndEachOnce() throws IOException {
        var transaction = paid();
        var request = refund(reference(), transaction, 500);

        var first = channel().refund(request);

        assertThat(first)
                .isInstanceOfAny(Fact.RefundPending.class, Fact.Refunded.class)
                .extracting(fact -> fact instanceof Fact.Refunded refunded
                        ? refunded.amount().minorUnits()
                        : 500)
                .isEqualTo(500L);
        assertThat(channel().refund(request)).isEqualTo(first);
        assertThat(channel().refund(refund(reference(), transaction, 1499))).isNotInstanceOf(Fact.RefundFailed.class);
        assertThat(channel().refund(refund(reference(), transaction, 1))).isInstanceOf(Fact.RefundFailed.class);
    }

    @Test
    void saysWhatItBooked() throws IOException {
        var transaction = paid();
        var refund = refund(reference(), transaction, 500);
        channel().refund(refund);

        var tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        var lines = new ArrayList<Statement.Line>();
        var today = LocalDate.now(ZoneOffset.UTC);
        for (var day : List.of(today.minusDays(1), today, today.plusDays(1))) {
            channel(tomorrow).statement(day).ifPresent(statement -> lines.addAll(statement.lines()));
        }

        assertThat(lines)
                .filteredOn(line -> line.reference().equals(reference))
                .extracting(Statement.Line::refund, Statement.Line::transactionId, Statement.Line::amount)
                .containsExactly(tuple(false, transaction, AMOUNT));
        assertThat(lines)
                .filteredOn(line -> line.reference().equals(refund.reference()))
                .extracting(Statement.Line::refund, Statement.Line::amount)
                .containsExactly(tuple(true, new Amount(500, "CNY")));
    }

    @Test
    void believesNoneOfTwoHundredAlteredCallbacks() throws IOException {
        paid();
        var callback = callback();

        for (int i = 0; i < MUTATIONS; i++) {
            var altered = altered(callback, i);
            assertThatThrownBy(() -> {
                        channel().verify(altered.raw());
                        channel().read(altered.raw());
                    })
                    .as("alteration %d", i)
                    .isInstanceOf(CallbackRefusedException.class);
        }
    }

    @Test
    void saysThatItIsAway() {
        assertThatThrownBy(() -> unreachable().close(new ChargeKey(reference, "id")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> unreachable().find(new ChargeKey(reference, "id")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void tellsTheOtherSideApartWhatItHasTaken() {
        var taken = channel().acknowledge(Verdict.TAKEN);

        assertThat(taken.status()).isEqualTo(200);
        assertThat(channel().acknowledge(Verdict.REFUSED)).isNotEqualTo(taken);
    }

    protected final PaymentChannel channel() {
        return channel(Clock.systemUTC());
    }

    protected final ChargeRequest request() {
        return new ChargeRequest(
                reference, AMOUNT, "Annual membership 年度会员", Instant.now().plus(Duration.ofHours(1)));
    }

    protected static String reference() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private ChargeKey open() throws IOException {
        var open = (Asked.Open) channel().ask(request());
        return new ChargeKey(reference, open.channelChargeId());
    }

    /** By what the channel knows the money. */
    private String paid() throws IOException {
        var key = open();
        pay(reference);
        return ((Fact.Paid) channel().find(key).fact()).transactionId();
    }

    private RefundRequest refund(String refundReference, String transaction, long minorUnits) throws IOException {
        return new RefundRequest(refundReference, open(), transaction, new Amount(minorUnits, "CNY"), AMOUNT, "");
    }

    /** The same with one byte changed: those of the headers first, then those of the body, all regions alike. */
    private static Sent altered(Sent sent, int number) {
        var lines = new TreeMap<>(sent.headers());
        int headers = lines.values().stream().mapToInt(String::length).sum();
        int position = (int) ((long) number * (headers + sent.body().length) / MUTATIONS);
        for (var line : lines.entrySet()) {
            if (position < line.getValue().length()) {
                var bytes = line.getValue().getBytes(StandardCharsets.US_ASCII);
                bytes[position] ^= 1;
                line.setValue(new String(bytes, StandardCharsets.US_ASCII));
                return new Sent(lines, sent.contentType(), sent.body());
            }
            position -= line.getValue().length();
        }
        var body = sent.body().clone();
        body[position] ^= 1;
        return new Sent(sent.headers(), sent.contentType(), body);
    }
}
