package news.platform.content.picture;

import java.util.Optional;

/** What is taken. Nothing with scripts in it, and nothing that needs a decoder outside of the JDK. */
public enum Format {
    JPEG("image/jpeg", "jpg", new int[] {0xff, 0xd8, 0xff}),
    PNG("image/png", "png", new int[] {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}),
    GIF("image/gif", "gif", new int[] {'G', 'I', 'F', '8'});

    private final String mediaType;
    private final String extension;
    private final int[] signature;

    Format(String mediaType, String extension, int[] signature) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.signature = signature;
    }

    /** By its first bytes, whatever it is called. */
    static Optional<Format> of(Bytes bytes) {
        for (var format : values()) {
            if (format.begins(bytes)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    public String mediaType() {
        return mediaType;
    }

    /** What a file of it ends with, without a dot. */
    public String extension() {
        return extension;
    }

    /** In which it is written anew: without loss where it came without. */
    Format written() {
        return this == JPEG ? JPEG : PNG;
    }

    private boolean begins(Bytes bytes) {
        if (bytes.size() < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (bytes.at(i) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
