package news.platform.user.code;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import news.platform.user.account.Account;
import news.platform.user.account.Accounts;
import news.platform.work.task.Agenda;
import news.platform.work.task.Job;
import org.springframework.stereotype.Component;

/** Has a code delivered while it is good; what it brings is how long to wait before it is tried again, empty where it is done. */
@Component
final class DeliverCode implements Job<Optional<Duration>> {
    static final String KIND = "verification-code";

    private final VerificationCodes codes;
    private final CodeDigits digits;
    private final Accounts accounts;
    private final DeliveryClient deliveries;
    private final Agenda agenda;
    private final Clock clock;

    DeliverCode(
            VerificationCodes codes,
            CodeDigits digits,
            Accounts accounts,
            DeliveryClient deliveries,
            Agenda agenda,
            Clock clock) {
        this.codes = codes;
        this.digits = digits;
        this.accounts = accounts;
        this.deliveries = deliveries;
        this.agenda = agenda;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Duration> call(String id) {
        return codes.find(id, clock.instant())
                .filter(this::isOfUse)
                .flatMap(code -> deliveries.deliver(code, digits.of(id)));
    }

    @Override
    public void complete(String id, Optional<Duration> wait) {
        wait.ifPresent(pause -> agenda.schedule(KIND, id, clock.instant().plus(pause)));
    }

    /** To log in by, where a reader has the contact; a number, besides, to who is logged in and wants it for an account. */
    private boolean isOfUse(VerificationCode code) {
        boolean wanted = code.anybody() && code.contact().kind() == Contact.Kind.PHONE;
        return wanted || owner(code.contact()).map(Account::isReader).orElse(code.anybody());
    }

    private Optional<Account> owner(Contact contact) {
        var credential =
                switch (contact.kind()) {
                    case EMAIL -> accounts.findCredential(contact.address());
                    case PHONE -> accounts.findCredentialOfPhone(contact.address());
                };
        return credential.flatMap(found -> accounts.find(found.userId()));
    }
}
