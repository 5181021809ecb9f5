package news.platform.notification.device;

/** What a device is. */
public enum Platform {
    ANDROID,
    IOS,
    WEB
}
