package news.platform.thirdparty.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.platform.text.Lines;
import news.platform.thirdparty.delivery.Address;
import news.platform.thirdparty.delivery.Message;
import news.platform.thirdparty.delivery.Outcome;
import news.platform.thirdparty.delivery.Provider;
import news.platform.thirdparty.delivery.ProviderContract;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpProviderTest extends ProviderContract {
    private static final String UNSUBSCRIBE = "https://news.example/unsubscribe?token=a.b_c";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication())
                .start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsTheSameAsTextAndAsHtml() throws Exception {
        provider().deliver(List.of(message("m1", "Rates & <b>bonds</b>", "1 < 2\n\"quoted\"")));

        var mail = received().findFirst().orElseThrow();
        assertThat(part(mail, "text/plain")).isEqualToIgnoringNewLines("Rates & <b>bonds</b>\n\n1 < 2\n\"quoted\"\n");
        var html = Jsoup.parse(part(mail, "text/html"));
        assertThat(html.select("h1").text()).isEqualTo("Rates & <b>bonds</b>");
        assertThat(html.select("p").eachText()).containsExactly("1 < 2", "\"quoted\"");
        assertThat(html.select("b")).isEmpty();
    }

    @Test
    void endsByOneClick() throws Exception {
        provider().deliver(List.of(message("m1", "Title", "Text")));

        var mail = received().findFirst().orElseThrow();
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + UNSUBSCRIBE + ">");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void letsNoTextBecomeAHeader() throws Exception {
        var naughty = "Title\r\nBcc: everybody@example.org\r\n\r\n<script>";
        provider().deliver(List.of(message("m1", Lines.of(naughty), naughty)));

        var mail = received().findFirst().orElseThrow();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Title Bcc: everybody@example.org <script>");
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoAddressAndSendsTheOthers() throws Exception {
        var outcomes = provider()
                .deliver(List.of(to("ann@example.org\r\nRCPT TO:<bob@example.org>"), to("carol@example.org")));

        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes.getLast()).isEqualTo(new Outcome.Accepted());
        assertThat(received()).hasSize(1);
    }

    @Override
    protected Provider provider() {
        return at(server.getSmtp().getPort());
    }

    @Override
    protected Provider unreachable() {
        // nobody listens on the port for services that nobody uses any more
        return at(1);
    }

    @Override
    protected Message message(String id, String title, String body) {
        return new Message(
                id, new Address.Email("ann@example.org"), title, body, "", Optional.empty(), UNSUBSCRIBE, false, "");
    }

    @Override
    protected List<Arrived> arrived() {
        return received().map(SmtpProviderTest::arrived).toList();
    }

    private static Message to(String address) {
        return new Message("m", new Address.Email(address), "Title", "Text", "", Optional.empty(), "", false, "");
    }

    private static Arrived arrived(MimeMessage mail) {
        try {
            var subject = Optional.ofNullable(mail.getSubject()).orElse("");
            var lines = part(mail, "text/plain").lines().toList();
            return new Arrived(subject, lines.size() > 2 ? lines.getLast() : "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<MimeMessage> received() {
        return Stream.of(server.getReceivedMessages());
    }

    private static Provider at(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new SmtpProvider(sender, "no-reply@news.example");
    }

    private static String part(MimeMessage mail, String type) {
        try {
            return parts((Multipart) mail.getContent())
                    .filter(part -> isOf(part, type))
                    .map(SmtpProviderTest::text)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<BodyPart> parts(Multipart many) throws MessagingException, IOException {
        var found = Stream.<BodyPart>builder();
        for (int i = 0; i < many.getCount(); i++) {
            if (many.getBodyPart(i).getContent() instanceof Multipart inner) {
                parts(inner).forEach(found);
            } else {
                found.add(many.getBodyPart(i));
            }
        }
        return found.build();
    }

    private static boolean isOf(BodyPart part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(BodyPart part) {
        try {
            return (String) part.getContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
