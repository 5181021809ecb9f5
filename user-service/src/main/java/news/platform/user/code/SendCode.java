package news.platform.user.code;

import java.time.Clock;
import java.time.Instant;
import news.platform.work.task.Agenda;
import org.springframework.stereotype.Component;

/** Has a code sent, once the current transaction has committed. */
@Component
public final class SendCode {
    private final VerificationCodes codes;
    private final CodeProperties properties;
    private final Agenda agenda;
    private final Clock clock;

    SendCode(VerificationCodes codes, CodeProperties properties, Agenda agenda, Clock clock) {
        this.codes = codes;
        this.properties = properties;
        this.agenda = agenda;
        this.clock = clock;
    }

    /**
     * What is done is the same whether an account has the contact or not: {@link DeliverCode} looks, later.
     *
     * @param id of the code, never used before
     * @param anybody whether it goes there even where no account has the contact
     * @return until when it is good
     */
    public Instant send(String id, Contact contact, boolean anybody) {
        var now = clock.instant();
        var code = new VerificationCode(id, contact, anybody, now.plus(properties.lifetime()));
        codes.put(code);
        agenda.schedule(DeliverCode.KIND, id, now);
        return code.expireTime();
    }
}
