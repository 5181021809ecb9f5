package news.platform.content.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.platform.content.picture.Pictures;

/**
 * An image that is kept.
 *
 * @param id what its address ends with; follows from the bytes that it was made of
 * @param object the name that its files' names begin with; another one each time the same image is taken anew
 * @param contentType image/jpeg or image/png
 * @param width of the whole, in pixels
 * @param height of the whole, in pixels
 * @param createTime when it was taken
 */
record Image(String id, String object, String contentType, int width, int height, Instant createTime) {
    private static final String WHOLE = "whole";

    /** Under which name the whole is kept. */
    String file() {
        return object + "/" + WHOLE;
    }

    /** Under which name it is kept so wide: the whole where that is no wider; empty for a width that it is not had in. */
    Optional<String> file(int wanted) {
        if (!Pictures.WIDTHS.contains(wanted)) {
            return Optional.empty();
        }
        return Optional.of(wanted < width ? object + "/" + wanted : file());
    }

    /** All names that its files can have, the whole's too. */
    static List<String> files(String object) {
        return Stream.concat(Stream.of(WHOLE), Pictures.WIDTHS.stream().map(Object::toString))
                .map(name -> object + "/" + name)
                .toList();
    }
}
