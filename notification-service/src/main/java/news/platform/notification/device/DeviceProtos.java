package news.platform.notification.device;

import news.platform.notification.v1.DevicePlatform;
import news.platform.notification.v1.RegisterDeviceRequest;
import news.platform.notification.v1.RegisterDeviceResponse;

/** Devices as the contract has them. */
final class DeviceProtos {
    private DeviceProtos() {}

    static Device device(String userId, RegisterDeviceRequest request) {
        return new Device(userId, request.getDeviceId(), platform(request.getPlatform()), request.getToken());
    }

    static RegisterDeviceResponse registered(RegisterDeviceRequest request) {
        var response = RegisterDeviceResponse.newBuilder();
        response.getDeviceBuilder()
                .setId(request.getDeviceId())
                .setPlatform(request.getPlatform())
                .setToken(request.getToken());
        return response.build();
    }

    private static Platform platform(DevicePlatform platform) {
        return switch (platform) {
            case DEVICE_PLATFORM_ANDROID -> Platform.ANDROID;
            case DEVICE_PLATFORM_IOS -> Platform.IOS;
            case DEVICE_PLATFORM_WEB -> Platform.WEB;
            case DEVICE_PLATFORM_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalStateException("refused by the rules of the contract");
        };
    }
}
