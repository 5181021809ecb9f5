package news.platform.thirdparty.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.thirdparty.delivery.Address;
import news.platform.thirdparty.delivery.Message;
import news.platform.thirdparty.delivery.Outcome;
import news.platform.thirdparty.delivery.Provider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.web.util.HtmlUtils;

/**
 * Sends e-mails by SMTP, with a text and an HTML part that say the same. Nothing of a message can become a header, or mark-up:
 * titles are one line, addresses are parsed, texts are escaped. Where the server was lost in the middle of a message nobody
 * knows whether it has it; such a one is not sent again.
 */
final class SmtpProvider implements Provider {
    private static final Logger log = LoggerFactory.getLogger(SmtpProvider.class);
    private static final Duration GREYLISTED = Duration.ofMinutes(5);
    private static final Duration LOST = Duration.ofSeconds(10);

    private final JavaMailSender server;
    private final String from;

    SmtpProvider(JavaMailSender server, String from) {
        this.server = server;
        this.from = from;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public boolean carries(Address address) {
        return address instanceof Address.Email;
    }

    @Override
    public List<Outcome> deliver(List<Message> messages) throws IOException {
        var mails = messages.stream().map(this::mail).toList();
        var failures = send(mails.stream().flatMap(Optional::stream).toArray(MimeMessage[]::new));
        return mails.stream()
                .map(mail -> mail.map(written -> outcome(failures.get(written)))
                        .orElseGet(() -> new Outcome.Refused("no such e-mail can be written")))
                .toList();
    }

    /** Why some of them were not sent. */
    private Map<Object, Exception> send(MimeMessage... mails) throws IOException {
        try {
            server.send(mails);
            return Map.of();
        } catch (MailAuthenticationException e) {
            throw new IOException("the mail server does not know this platform", e);
        } catch (MailSendException e) {
            var failures = new HashMap<>(e.getFailedMessages());
            // those before which there was no connection all have its failure
            failures.replaceAll((_, failure) -> failure == e.getCause() ? new ConnectException() : failure);
            if (failures.size() == mails.length
                    && failures.values().stream().allMatch(ConnectException.class::isInstance)) {
                throw new IOException("the mail server cannot be reached", e);
            }
            return failures;
        }
    }

    private static Outcome outcome(@Nullable Exception failure) {
        return switch (failure) {
            case null -> new Outcome.Accepted();
            case SendFailedException refused when isDead(refused) -> new Outcome.Dead();
            case SendFailedException _ -> new Outcome.Retry(GREYLISTED);
            case ConnectException _ -> new Outcome.Retry(LOST);
            default -> new Outcome.Refused("the mail server was lost in the middle of it");
        };
    }

    /** What is refused for good names invalid addresses, what is refused for now does not. */
    private static boolean isDead(SendFailedException refused) {
        return refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
    }

    /** Empty where it cannot be written. */
    private Optional<MimeMessage> mail(Message message) {
        try {
            return Optional.of(written(message));
        } catch (MessagingException e) {
            log.debug("{} cannot be written", message.id(), e);
            return Optional.empty();
        }
    }

    private MimeMessage written(Message message) throws MessagingException {
        var mail = server.createMimeMessage();
        var parts = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        parts.setFrom(new InternetAddress(from, true));
        parts.setTo(new InternetAddress(((Address.Email) message.address()).address(), true));
        parts.setSubject(message.title());
        parts.setText(text(message), html(message));
        if (!message.unsubscribeUrl().isEmpty()) {
            mail.setHeader("List-Unsubscribe", "<" + message.unsubscribeUrl() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return mail;
    }

    private static String text(Message message) {
        var text = new StringBuilder(message.title());
        for (var part : List.of(message.body(), message.link())) {
            if (!part.isEmpty()) {
                text.append("\n\n").append(part);
            }
        }
        return text.append('\n').toString();
    }

    private static String html(Message message) {
        var html = new StringBuilder("<!DOCTYPE html><html><body><h1>")
                .append(escaped(message.title()))
                .append("</h1>");
        message.body()
                .lines()
                .forEach(line -> html.append("<p>").append(escaped(line)).append("</p>"));
        if (!message.link().isEmpty()) {
            var link = escaped(message.link());
            html.append("<p><a href=\"").append(link).append("\">").append(link).append("</a></p>");
        }
        return html.append("</body></html>").toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
