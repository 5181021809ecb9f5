package news.platform.content.channel;

import org.jspecify.annotations.Nullable;

/**
 * A section of the news.
 *
 * @param id a short slug
 * @param name the name shown
 * @param parentId the channel above it, null at the top
 */
public record Channel(String id, String name, @Nullable String parentId) {}
