package news.platform.comment.policy;

import io.grpc.stub.StreamObserver;
import news.platform.comment.v1.GetModerationPolicyRequest;
import news.platform.comment.v1.GetModerationPolicyResponse;
import news.platform.comment.v1.ModerationMode;
import news.platform.comment.v1.ModerationPolicyServiceGrpc;
import news.platform.comment.v1.UpdateModerationPolicyRequest;
import news.platform.comment.v1.UpdateModerationPolicyResponse;
import news.platform.grpc.resource.Etags;
import news.platform.grpc.server.Answers;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class ModerationPolicyGrpcService extends ModerationPolicyServiceGrpc.ModerationPolicyServiceImplBase {
    private final ModerationPolicies policies;
    private final ChangePolicy changing;

    ModerationPolicyGrpcService(ModerationPolicies policies, ChangePolicy changing) {
        this.policies = policies;
        this.changing = changing;
    }

    @Override
    public void getModerationPolicy(
            GetModerationPolicyRequest request, StreamObserver<GetModerationPolicyResponse> answer) {
        var target = request.getType() + "/" + request.getId();
        var policy = policies.find(target).orElse(ModerationPolicy.usual(target));
        Answers.send(
                answer,
                GetModerationPolicyResponse.newBuilder()
                        .setPolicy(message(policy))
                        .build());
    }

    @Override
    public void updateModerationPolicy(
            UpdateModerationPolicyRequest request, StreamObserver<UpdateModerationPolicyResponse> answer) {
        var policy = changing.change(
                request.getType() + "/" + request.getId(),
                request.getEtag(),
                mode(request.getPolicy().getMode()),
                Callers.required().userId());
        Answers.send(
                answer,
                UpdateModerationPolicyResponse.newBuilder()
                        .setPolicy(message(policy))
                        .build());
    }

    private static news.platform.comment.v1.ModerationPolicy message(ModerationPolicy policy) {
        return news.platform.comment.v1.ModerationPolicy.newBuilder()
                .setTarget(policy.target())
                .setMode(mode(policy.mode()))
                .setEtag(Etags.of(policy.version()))
                .build();
    }

    private static Mode mode(ModerationMode mode) {
        return switch (mode) {
            case MODERATION_MODE_PRE -> Mode.PRE;
            case MODERATION_MODE_POST, MODERATION_MODE_UNSPECIFIED, UNRECOGNIZED -> Mode.POST;
            case MODERATION_MODE_OFF -> Mode.OFF;
        };
    }

    private static ModerationMode mode(Mode mode) {
        return switch (mode) {
            case PRE -> ModerationMode.MODERATION_MODE_PRE;
            case POST -> ModerationMode.MODERATION_MODE_POST;
            case OFF -> ModerationMode.MODERATION_MODE_OFF;
        };
    }
}
