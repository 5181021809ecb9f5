package news.platform.thirdparty.mail;

import news.platform.thirdparty.delivery.Provider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.mail.javamail.JavaMailSender;

/** E-mails, where there is a mail server. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    @Bean
    @Order(0)
    @ConditionalOnProperty("spring.mail.host")
    Provider smtpProvider(JavaMailSender server, MailProperties properties) {
        return new SmtpProvider(server, properties.from());
    }
}
