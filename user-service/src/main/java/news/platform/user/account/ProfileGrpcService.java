package news.platform.user.account;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.resource.Changed;
import news.platform.grpc.server.Answers;
import news.platform.security.Callers;
import news.platform.user.account.ChangeProfile.ProfilePatch;
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
        var account = accounts.find(Callers.required().userId()).orElseThrow(ChangeProfile::notFound);
        Answers.send(
                answer,
                GetProfileResponse.newBuilder()
                        .setProfile(AccountProtos.profile(account))
                        .build());
    }

    @Override
    public void updateProfile(UpdateProfileRequest request, StreamObserver<UpdateProfileResponse> answer) {
        var profile = request.getProfile();
        var changed = Changed.of(profile, request.getUpdateMask(), "profile", "display_name");
        var account = changeProfile.change(
                Callers.required().userId(),
                request.getEtag(),
                new ProfilePatch(
                        changed.value("display_name", profile.getDisplayName()),
                        changed.value("avatar_url", profile.getAvatarUrl())));
        Answers.send(
                answer,
                UpdateProfileResponse.newBuilder()
                        .setProfile(AccountProtos.profile(account))
                        .build());
    }

    @Override
    public void changePassword(ChangePasswordRequest request, StreamObserver<ChangePasswordResponse> answer) {
        changePassword.change(Callers.required(), request.getCurrentPassword(), request.getNewPassword());
        Answers.send(answer, ChangePasswordResponse.getDefaultInstance());
    }

    @Override
    public void deleteProfile(DeleteProfileRequest request, StreamObserver<DeleteProfileResponse> answer) {
        deleteAccount.delete(Callers.required(), request.getCurrentPassword());
        Answers.send(answer, DeleteProfileResponse.getDefaultInstance());
    }
}
