package news.platform.user.session;

import news.platform.proto.Timestamps;
import news.platform.user.v1.SessionSummary;

/** Sessions as messages. */
final class SessionProtos {
    private SessionProtos() {}

    static news.platform.user.v1.Session opened(OpenedSession session) {
        return news.platform.user.v1.Session.newBuilder()
                .setSessionId(session.sessionId())
                .setAccessToken(session.tokens().accessToken())
                .setRefreshToken(session.tokens().refreshToken().text())
                .setDeviceToken(session.deviceToken().orElse(""))
                .setTokenType("Bearer")
                .setExpiresIn((int) session.lifetime().toSeconds())
                .build();
    }

    static SessionSummary summary(Session session, String currentId) {
        return SessionSummary.newBuilder()
                .setId(session.id())
                .setDevice(session.device())
                .setCreateTime(Timestamps.of(session.createTime()))
                .setLastUsedTime(Timestamps.of(session.lastUsedTime()))
                .setCurrent(session.id().equals(currentId))
                .build();
    }
}
