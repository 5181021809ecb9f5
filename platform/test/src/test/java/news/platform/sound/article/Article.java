package news.platform.sound.article;

import java.time.Instant;

/** A value. */
public record Article(String title, Instant publishTime) {}
