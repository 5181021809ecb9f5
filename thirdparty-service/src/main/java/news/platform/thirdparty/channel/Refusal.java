package news.platform.thirdparty.channel;

import java.util.Locale;

/** Why nothing is believed of a callback. */
public enum Refusal {
    MISSING_HEADER,
    MALFORMED_HEADER,
    NO_V1_SIGNATURE,
    UNSUPPORTED_SIGN_TYPE,
    STALE_TIMESTAMP,
    FUTURE_TIMESTAMP,
    UNKNOWN_SERIAL,
    BAD_SIGNATURE,
    MALFORMED_BODY,
    DUPLICATE_PARAM,
    MISSING_PARAM,
    WRONG_OBJECT,
    UNSUPPORTED_ALGORITHM,
    DECRYPT_FAILED,
    IDENTITY_MISMATCH;

    /** As metrics and the security log call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
