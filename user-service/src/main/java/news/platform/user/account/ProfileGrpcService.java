package news.platform.user.account;

import io.grpc.stub.StreamObserver;
import news.platform.security.Callers;
import news.platform.user.v1.ChangePasswordRequest;
import news.platform.user.v1.ChangePasswordResponse;
import news.platform.user.v1.DeleteProfileRequest;
import news.platform.user.v1.DeleteProfileResponse;
import news.platform.user.v1.GetProfileRequest;
import news.platform.user.v1.GetProfileResponse;
import news.platform.user.v1.ProfileServiceGrpc;
import news.platform.user.v1.UpdateProfileRequest;
import news.platform.user.v1.UpdateProfileResponse;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class ProfileGrpcService extends ProfileServiceGrpc.ProfileServiceImplBase {
    private final Accounts accounts;
    private final ChangeProfile changeProfile;
    private final ChangePassword changePassword;
    private final DeleteAccount deleteAccount;

    ProfileGrpcService(
            Accounts accounts,
            ChangeProfile changeProfile,
            ChangePassword changePassword,
            DeleteAccount deleteAccount) {
        this.accounts = accounts;
        this.changeProfile = changeProfile;
        this.changePassword = changePassword;
        this.deleteAccount = deleteAccount;
    }

    @Override
    public void getProfile(GetProfileRequest request, StreamObserver<GetProfileResponse> answer) {
        Account account = accounts.find(Callers.required().userId()).orElseThrow(ChangeProfile::notFound);
        answer.onNext(GetProfileResponse.newBuilder()
                .setProfile(AccountProtos.profile(account))
                .build());
        answer.onCompleted();
    }

    @Override
    public void updateProfile(UpdateProfileRequest request, StreamObserver<UpdateProfileResponse> answer) {
        Account account = changeProfile.change(Callers.required().userId(), request);
        answer.onNext(UpdateProfileResponse.newBuilder()
                .setProfile(AccountProtos.profile(account))
                .build());
        answer.onCompleted();
    }

    @Override
    public void changePassword(ChangePasswordRequest request, StreamObserver<ChangePasswordResponse> answer) {
        changePassword.change(Callers.required(), request.getCurrentPassword(), request.getNewPassword());
        answer.onNext(ChangePasswordResponse.getDefaultInstance());
        answer.onCompleted();
    }

    @Override
    public void deleteProfile(DeleteProfileRequest request, StreamObserver<DeleteProfileResponse> answer) {
        deleteAccount.delete(Callers.required(), request.getCurrentPassword());
        answer.onNext(DeleteProfileResponse.getDefaultInstance());
        answer.onCompleted();
    }
}
