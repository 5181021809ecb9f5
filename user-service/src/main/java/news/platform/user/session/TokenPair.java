package news.platform.user.session;

/** What a refresh gives: a new access token and a new refresh token. */
record TokenPair(String accessToken, RefreshToken refreshToken) {
    @Override
    public String toString() {
        return "TokenPair[not shown]";
    }
}
