package news.platform.user.session;

/** A session and the tokens that were just made for it. */
record OpenedSession(String sessionId, String accessToken, RefreshToken refreshToken) {
    @Override
    public String toString() {
        return "OpenedSession[" + sessionId + "]";
    }
}
