package news.platform.notification.comment;

import news.platform.persistence.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is deleted by and by: comments that nobody has liked for long. */
@Configuration(proxyBeanMethods = false)
class CommentConfiguration {
    @Bean
    RetentionRule oldLikedComments(CommentProperties properties) {
        return new RetentionRule("liked_comment", "change_time", properties.keep());
    }
}
