package news.platform.user.refresh;

/** What a refresh gives: a new access token and a new refresh token. */
public record TokenPair(String accessToken, RefreshToken refreshToken) {
    @Override
    public String toString() {
        return "TokenPair[not shown]";
    }
}
