package news.platform.content.picture;

/**
 * What a picture says of itself before anything is decoded.
 *
 * @param frames how many pictures follow one another, 1 for one that stands still
 * @param scans how often a decoder goes over the whole of it: a progressive JPEG may ask for that at two bytes a time
 * @param coefficients whether a decoder has to keep all of it beside the result, as of a progressive JPEG
 * @param bytesPerPixel at most, as it is decoded
 * @param orientation as EXIF has it, 1 to 8; 1 is upright
 */
record Head(
        Format format,
        int width,
        int height,
        int frames,
        int scans,
        boolean coefficients,
        int bytesPerPixel,
        int orientation) {
    static Head of(Format format, Bytes bytes) {
        return switch (format) {
            case JPEG -> new JpegHead(bytes).read();
            case PNG -> PngHead.read(bytes);
            case GIF -> GifHead.read(bytes);
        };
    }

    long pixels() {
        return (long) width * height;
    }
}
