package news.platform.notification.settings;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.notification.v1.GetNotificationSettingsRequest;
import news.platform.notification.v1.GetNotificationSettingsResponse;
import news.platform.notification.v1.SettingsServiceGrpc;
import news.platform.notification.v1.UpdateNotificationSettingsRequest;
import news.platform.notification.v1.UpdateNotificationSettingsResponse;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class SettingsGrpcService extends SettingsServiceGrpc.SettingsServiceImplBase {
    private final StoredSettings stored;
    private final ChangeSettings changing;

    SettingsGrpcService(StoredSettings stored, ChangeSettings changing) {
        this.stored = stored;
        this.changing = changing;
    }

    @Override
    public void getNotificationSettings(
            GetNotificationSettingsRequest request, StreamObserver<GetNotificationSettingsResponse> answer) {
        var settings = stored.of(Callers.required().userId());
        Answers.send(
                answer,
                GetNotificationSettingsResponse.newBuilder()
                        .setSettings(SettingsProtos.message(settings))
                        .build());
    }

    @Override
    public void updateNotificationSettings(
            UpdateNotificationSettingsRequest request, StreamObserver<UpdateNotificationSettingsResponse> answer) {
        var settings = SettingsProtos.settings(request.getSettings());
        changing.change(Callers.required().userId(), settings);
        Answers.send(
                answer,
                UpdateNotificationSettingsResponse.newBuilder()
                        .setSettings(SettingsProtos.message(settings))
                        .build());
    }
}
