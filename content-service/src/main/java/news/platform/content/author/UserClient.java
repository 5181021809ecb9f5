package news.platform.content.author;

import news.platform.user.v1.UserServiceGrpc;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.ImportGrpcClients;

/** The stub of user-service on the channel "user". */
@Configuration(proxyBeanMethods = false)
@ImportGrpcClients(target = "user", types = UserServiceGrpc.UserServiceBlockingStub.class)
class UserClient {}
