package news.platform.author;

import news.platform.messaging.replica.ReplicaAutoConfiguration;
import news.platform.user.v1.UserServiceGrpc.UserServiceBlockingStub;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.grpc.client.ImportGrpcClients;

/** The names of authors, and the handler that keeps them up to date. */
@AutoConfiguration(before = ReplicaAutoConfiguration.class)
@EnableConfigurationProperties(AuthorProperties.class)
@ImportGrpcClients(target = "user", types = UserServiceBlockingStub.class)
public final class AuthorAutoConfiguration {
    @Bean
    Authors authors(UserServiceBlockingStub users, AuthorProperties properties) {
        return new Authors(new UserClient(users), properties);
    }

    @Bean
    AuthorNamesHandler authorNamesHandler(Authors authors) {
        return new AuthorNamesHandler(authors);
    }
}
