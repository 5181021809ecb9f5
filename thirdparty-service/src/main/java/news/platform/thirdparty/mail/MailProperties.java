package news.platform.thirdparty.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mails are sent, besides {@code spring.mail.*}.
 *
 * @param from whom they come from; default no-reply@localhost
 */
@ConfigurationProperties("news.thirdparty.mail")
record MailProperties(@DefaultValue("no-reply@localhost") String from) {}
