package news.platform.notification.device;

import io.grpc.stub.StreamObserver;
import news.platform.grpc.server.Answers;
import news.platform.notification.v1.DeviceServiceGrpc;
import news.platform.notification.v1.RegisterDeviceRequest;
import news.platform.notification.v1.RegisterDeviceResponse;
import news.platform.notification.v1.UnregisterDeviceRequest;
import news.platform.notification.v1.UnregisterDeviceResponse;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class DeviceGrpcService extends DeviceServiceGrpc.DeviceServiceImplBase {
    private final RegisterDevice registering;
    private final Devices devices;

    DeviceGrpcService(RegisterDevice registering, Devices devices) {
        this.registering = registering;
        this.devices = devices;
    }

    @Override
    public void registerDevice(RegisterDeviceRequest request, StreamObserver<RegisterDeviceResponse> answer) {
        registering.register(DeviceProtos.device(Callers.required().userId(), request));
        Answers.send(answer, DeviceProtos.registered(request));
    }

    @Override
    public void unregisterDevice(UnregisterDeviceRequest request, StreamObserver<UnregisterDeviceResponse> answer) {
        devices.remove(Callers.required().userId(), request.getDeviceId());
        Answers.send(answer, UnregisterDeviceResponse.getDefaultInstance());
    }
}
