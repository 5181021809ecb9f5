package news.platform.thirdparty.delivery;

/** Where a message goes. */
public sealed interface Address {
    /**
     * An app on a device.
     *
     * @param token by what the network knows it
     */
    record Device(Network network, String token) implements Address {}

    /** An e-mail address, well-formed. */
    record Email(String address) implements Address {}

    /** A telephone number with its country, as {@code +8613800138000}. */
    record Phone(String number) implements Address {}

    /** Who carries pushes. */
    enum Network {
        FCM,
        APNS
    }
}
