package news.platform.sound.article;

import java.util.Optional;

/** A port. */
interface Articles {
    Optional<Article> find(String id);
}
