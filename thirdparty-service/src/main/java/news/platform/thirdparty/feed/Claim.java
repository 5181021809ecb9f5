package news.platform.thirdparty.feed;

/**
 * The right to poll a source, until its lease ends.
 *
 * @param token whoever claims it after that has another one, and the first one's result is dropped
 */
record Claim(FeedSource source, String token) {}
