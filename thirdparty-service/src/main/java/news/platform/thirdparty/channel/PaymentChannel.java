package news.platform.thirdparty.channel;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import news.platform.thirdparty.channel.Acknowledgement.Verdict;

/** Brings money and gives it back, and tells of it by callbacks. Thread-safe. */
public interface PaymentChannel {
    /** As the contract, metrics and logs call it. */
    String name();

    /** Whether it takes such an amount of such a currency. */
    boolean takes(Amount amount);

    /**
     * Asks for money; the same again is the same charge.
     *
     * @throws IOException where nobody knows whether it was asked for
     */
    Asked ask(ChargeRequest request) throws IOException;

    /**
     * How a charge stands there.
     *
     * @throws IOException where it cannot be asked
     */
    Told find(ChargeKey charge) throws IOException;

    /**
     * Closes a charge, so that nobody can pay it any more; the same again changes nothing.
     *
     * @return how it stands then: closed, or as it was where it cannot be closed any more, or not yet
     * @throws IOException where nobody knows whether it was closed
     */
    Told close(ChargeKey charge) throws IOException;

    /**
     * Gives money back; the same again is the same refund and tells how it stands.
     *
     * @return RefundPending, Refunded or RefundFailed
     * @throws IOException where nobody knows whether it was asked for
     */
    Fact refund(RefundRequest request) throws IOException;

    /**
     * What it booked on a day; empty where it has no statement of it yet.
     *
     * @throws IOException where it cannot be asked
     */
    Optional<Statement> statement(LocalDate day) throws IOException;

    /** Whether a callback was sent by it, now, and is as it was sent. */
    void verify(RawCallback callback) throws CallbackRefusedException;

    /** What a callback says that was verified, now or at any time before. */
    Told read(RawCallback callback) throws CallbackRefusedException;

    /** What it is answered. */
    Acknowledgement acknowledge(Verdict verdict);
}
