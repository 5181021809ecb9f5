package news.platform.user.account;

import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.error.DomainException;
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
        CreateUserRequest remembered = request.toBuilder().clearPassword().build();
        answer.onNext(idempotency.once(
                remembered,
                CreateUserResponse.getDefaultInstance(),
                () -> acceptedHash(request),
                hash -> register(remembered, hash)));
        answer.onCompleted();
    }

    @Override
    public void getUser(GetUserRequest request, StreamObserver<GetUserResponse> answer) {
        Account account = accounts.find(request.getUserId()).orElseThrow(ChangeProfile::notFound);
        answer.onNext(GetUserResponse.newBuilder()
                .setUser(AccountProtos.user(account))
                .build());
        answer.onCompleted();
    }

    @Override
    public void batchGetUsers(BatchGetUsersRequest request, StreamObserver<BatchGetUsersResponse> answer) {
        List<String> ids = request.getIdsList().stream().distinct().toList();
        Map<String, Account> found =
                accounts.findAll(ids).stream().collect(Collectors.toMap(Account::id, Function.identity()));
        var response = BatchGetUsersResponse.newBuilder();
        for (String id : ids) {
            Account account = found.get(id);
            if (account == null) {
                response.addMissing(id);
            } else {
                response.addUsers(AccountProtos.user(account));
            }
        }
        answer.onNext(response.build());
        answer.onCompleted();
    }

    @Override
    public void updateUserRoles(UpdateUserRolesRequest request, StreamObserver<UpdateUserRolesResponse> answer) {
        Account account = changeRoles.change(request.getUserId(), Role.of(request.getRolesList()));
        answer.onNext(UpdateUserRolesResponse.newBuilder()
                .setUser(AccountProtos.user(account))
                .build());
        answer.onCompleted();
    }

    private String acceptedHash(CreateUserRequest request) {
        rules.check("password", request.getPassword(), request.getEmail(), request.getDisplayName());
        return passwords.hashInTurn(request.getPassword());
    }

    private CreateUserResponse register(CreateUserRequest request, String hash) {
        Account account = registerAccount
                .register(request.getEmail(), hash, Lines.of(request.getDisplayName()), Set.of(Role.READER))
                .orElseThrow(() -> new DomainException(UserReason.EMAIL_TAKEN, "the address has an account"));
        return CreateUserResponse.newBuilder()
                .setUser(AccountProtos.user(account))
                .build();
    }
}
