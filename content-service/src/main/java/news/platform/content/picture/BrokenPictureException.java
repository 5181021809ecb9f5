package news.platform.content.picture;

/** It does not hold together. */
final class BrokenPictureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenPictureException(String message) {
        super(message);
    }
}
