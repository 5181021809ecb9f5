package news.platform.user.account;

import io.grpc.stub.StreamObserver;
import java.util.Set;
import news.platform.error.DomainException;
import news.platform.grpc.resource.Batch;
import news.platform.grpc.server.Answers;
import news.platform.persistence.idempotency.Idempotency;
import news.platform.text.Lines;
import news.platform.user.password.PasswordRules;
import news.platform.user.password.Passwords;
import news.platform.user.v1.BatchGetUsersRequest;
import news.platform.user.v1.BatchGetUsersResponse;
import news.platform.user.v1.CreateUserRequest;
import news.platform.user.v1.CreateUserResponse;
import news.platform.user.v1.GetUserRequest;
import news.platform.user.v1.GetUserResponse;
import news.platform.user.v1.UpdateUserRolesRequest;
import news.platform.user.v1.UpdateUserRolesResponse;
import news.platform.user.v1.UserReason;
import news.platform.user.v1.UserServiceGrpc;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class UserGrpcService extends UserServiceGrpc.UserServiceImplBase {
    private final Accounts accounts;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final RegisterAccount registerAccount;
    private final ChangeRoles changeRoles;
    private final Idempotency idempotency;

    UserGrpcService(
            Accounts accounts,
            PasswordRules rules,
            Passwords passwords,
            RegisterAccount registerAccount,
            ChangeRoles changeRoles,
            Idempotency idempotency) {
        this.accounts = accounts;
        this.rules = rules;
        this.passwords = passwords;
        this.registerAccount = registerAccount;
        this.changeRoles = changeRoles;
        this.idempotency = idempotency;
    }

    @Override
    public void createUser(CreateUserRequest request, StreamObserver<CreateUserResponse> answer) {
        // what makes two requests the same is kept as a fast hash: no place for a password
        var remembered = request.toBuilder().clearPassword().build();
        Answers.send(
                answer,
                idempotency.once(
                        remembered,
                        CreateUserResponse.getDefaultInstance(),
                        _ -> acceptedHash(request),
                        (id, hash) -> register(id, remembered, hash)));
    }

    @Override
    public void getUser(GetUserRequest request, StreamObserver<GetUserResponse> answer) {
        var account = accounts.find(request.getUserId()).orElseThrow(ChangeProfile::notFound);
        Answers.send(
                answer,
                GetUserResponse.newBuilder()
                        .setUser(AccountProtos.user(account))
                        .build());
    }

    @Override
    public void batchGetUsers(BatchGetUsersRequest request, StreamObserver<BatchGetUsersResponse> answer) {
        var users = Batch.of(request.getIdsList(), accounts::findAll, Account::id);
        Answers.send(
                answer,
                BatchGetUsersResponse.newBuilder()
                        .addAllUsers(
                                users.found().stream().map(AccountProtos::user).toList())
                        .addAllMissing(users.missing())
                        .build());
    }

    @Override
    public void updateUserRoles(UpdateUserRolesRequest request, StreamObserver<UpdateUserRolesResponse> answer) {
        var account = changeRoles.change(request.getUserId(), Role.of(request.getRolesList()));
        Answers.send(
                answer,
                UpdateUserRolesResponse.newBuilder()
                        .setUser(AccountProtos.user(account))
                        .build());
    }

    private String acceptedHash(CreateUserRequest request) {
        rules.check("password", request.getPassword(), request.getEmail(), request.getDisplayName());
        return passwords.hashBounded(request.getPassword());
    }

    private CreateUserResponse register(String id, CreateUserRequest request, String hash) {
        var account = registerAccount
                .register(id, request.getEmail(), hash, Lines.of(request.getDisplayName()), Set.of(Role.READER))
                .orElseThrow(() -> new DomainException(UserReason.EMAIL_TAKEN, "the address has an account"));
        return CreateUserResponse.newBuilder()
                .setUser(AccountProtos.user(account))
                .build();
    }
}
