package news.platform.content.media;

import static news.platform.content.picture.TestPictures.animated;
import static news.platform.content.picture.TestPictures.bytes;
import static news.platform.content.picture.TestPictures.chunk;
import static news.platform.content.picture.TestPictures.deepPng;
import static news.platform.content.picture.TestPictures.exif;
import static news.platform.content.picture.TestPictures.gif;
import static news.platform.content.picture.TestPictures.joined;
import static news.platform.content.picture.TestPictures.jpeg;
import static news.platform.content.picture.TestPictures.packed;
import static news.platform.content.picture.TestPictures.part;
import static news.platform.content.picture.TestPictures.png;
import static news.platform.content.picture.TestPictures.pngOf;
import static news.platform.content.picture.TestPictures.progressive;
import static news.platform.content.picture.TestPictures.resized;
import static news.platform.content.picture.TestPictures.withChunk;
import static news.platform.content.picture.TestPictures.withScans;
import static news.platform.content.picture.TestPictures.withSegment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What attackers upload, and what becomes of it: one of these reasons, or {@code CLEAN}: a picture and nothing else. */
final class HostileUploads {
    static final String CLEAN = "CLEAN";

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String PHP = "<?php system($_GET['c']); ?>";
    private static final String ZIP = "PK\u0003\u0004" + "x".repeat(40) + "PK\u0005\u0006";
    private static final String TYPE = "application/octet-stream";
    private static final byte[] JPEG = jpeg(64, 48);
    private static final byte[] PNG = png(64, 48);
    private static final byte[] GIF = gif(64, 48);

    /**
     * One upload.
     *
     * @param type as it says itself
     * @param becomes what may become of it
     */
    record Upload(String name, String type, byte[] file, List<String> becomes) {
        /** The same, of which something else may become as well. */
        Upload or(String reason) {
            return new Upload(
                    name,
                    type,
                    file,
                    Stream.concat(becomes.stream(), Stream.of(reason)).toList());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private HostileUploads() {}

    static Stream<Upload> all() {
        return Stream.of(others(), polyglots(), metadata(), bombs(), moving(), broken())
                .flatMap(uploads -> uploads);
    }

    private static Stream<Upload> others() {
        return Stream.of(
                unsupported("an SVG with a script", "<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + "</svg>"),
                unsupported("an SVG behind an XML head", "<?xml version='1.0'?><svg onload='alert(1)'/>"),
                unsupported("a page", "<!doctype html>" + SCRIPT),
                unsupported("a script of PHP", PHP),
                unsupported("a PDF", "%PDF-1.7\n"),
                unsupported("an archive", ZIP),
                unsupported("a program for Windows", "MZ\u0090\0"),
                unsupported("a program for Linux", "\u007fELF"),
                unsupported("a bitmap", "BM" + "\0".repeat(60)),
                unsupported("a TIFF", "II*\0" + "\0".repeat(60)),
                unsupported("a WebP", "RIFF\u0020\0\0\0WEBPVP8 "),
                unsupported("nothing", ""),
                unsupported("two bytes", "\u00ff\u00d8"),
                unsupported("a picture behind a space", " " + new String(PNG, StandardCharsets.ISO_8859_1)),
                new Upload("random bytes", "image/jpeg", random(5000), List.of("UNSUPPORTED_IMAGE")));
    }

    private static Stream<Upload> polyglots() {
        return Stream.of(
                clean("a JPEG and a page", joined(JPEG, bytes(SCRIPT))),
                clean("a JPEG and an archive", joined(JPEG, bytes(ZIP))),
                clean("a PNG and an archive", joined(PNG, bytes(ZIP))),
                clean("a PNG and PHP", joined(PNG, bytes(PHP))),
                clean("a GIF and a page", joined(GIF, bytes(SCRIPT))),
                refused(
                        "a GIF that is a script",
                        bytes("GIF89a/*" + "x".repeat(20) + "*/=alert(1)//;"),
                        "IMAGE_BROKEN"),
                refused("a GIF that is an SVG", bytes("GIF89a<svg onload='alert(1)'>"), "IMAGE_BROKEN"),
                refused("a JPEG that is a page", bytes("\u00ff\u00d8\u00ff<html>" + SCRIPT), "IMAGE_BROKEN"),
                new Upload(
                        "a PNG that calls itself a path",
                        "image/png; name=\"../../../../etc/passwd\"",
                        joined(PNG, bytes("../../etc/passwd")),
                        List.of(CLEAN)),
                new Upload("a PNG that calls itself a page", "text/html", PNG, List.of(CLEAN)),
                new Upload("a JPEG that calls itself an SVG", "image/svg+xml", JPEG, List.of(CLEAN)));
    }

    private static Stream<Upload> metadata() {
        return Stream.of(
                clean("EXIF with a script", withSegment(JPEG, 0xe1, exif(1, SCRIPT))),
                clean("EXIF with PHP", withSegment(JPEG, 0xe1, exif(6, PHP))),
                clean(
                        "EXIF that leads nowhere",
                        withSegment(JPEG, 0xe1, bytes("Exif\0\0MM\0*\u007f\u00ff\u00ff\u00ff" + SCRIPT))),
                clean("a comment of PHP", withSegment(JPEG, 0xfe, bytes(PHP))),
                clean("a PNG's text", withChunk(PNG, "tEXt", bytes("Comment\0" + SCRIPT))),
                clean("a PNG's XMP", withChunk(PNG, "iTXt", bytes("XML:com.adobe.xmp\0\0\0\0\0" + SCRIPT))),
                clean("a PNG's packed text of 64 MB", withChunk(PNG, "zTXt", joined(bytes("a\0\0"), packed(64 << 20)))),
                clean(
                                "a PNG's packed profile of 64 MB",
                                withChunk(PNG, "iCCP", joined(bytes("a\0\0"), packed(64 << 20))))
                        .or("IMAGE_BROKEN"));
    }

    private static Stream<Upload> bombs() {
        byte[] pixels = chunk("IDAT", packed(1 << 20));
        return Stream.of(
                refused("a gigabyte of pixels in a kilobyte", pngOf(32_768, 32_768, pixels), "IMAGE_TOO_LARGE"),
                refused("16,000 by 16,000 pixels", pngOf(16_000, 16_000, pixels), "IMAGE_TOO_LARGE"),
                refused("a line of a million pixels", pngOf(1_000_000, 1, pixels), "IMAGE_TOO_LARGE"),
                refused(
                        "2^31 - 1 pixels a side",
                        pngOf(Integer.MAX_VALUE, Integer.MAX_VALUE, pixels),
                        "IMAGE_TOO_LARGE"),
                refused("-1 pixels a side", pngOf(-1, -1, pixels), "IMAGE_BROKEN"),
                refused("no pixels", pngOf(0, 10, pixels), "IMAGE_BROKEN"),
                refused("a JPEG of four gigapixels", resized(JPEG, 65_500, 65_500), "IMAGE_TOO_LARGE"),
                refused(
                        "a progressive JPEG of 25 megapixels",
                        resized(progressive(64, 48), 5000, 5000),
                        "IMAGE_TOO_LARGE"),
                refused("a JPEG of 10,000 scans", withScans(progressive(64, 48), 10_000), "IMAGE_TOO_LARGE"),
                refused("a GIF of four gigapixels", screen(65_535, 65_535), "IMAGE_TOO_LARGE"),
                refused("a GIF whose frame is larger than its screen", frame(60_000, 60_000), "IMAGE_TOO_LARGE"),
                refused("a little more than eight megabytes", joined(JPEG, new byte[8 << 20]), "IMAGE_TOO_LARGE"),
                clean("16 bits a colour", deepPng(300, 200)));
    }

    private static Stream<Upload> moving() {
        return Stream.of(
                refused("two frames", animated(2), "IMAGE_ANIMATED"),
                refused("20,000 frames", animated(20_000), "IMAGE_ANIMATED"),
                refused(
                        "a PNG that moves",
                        withChunk(PNG, "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0}),
                        "IMAGE_ANIMATED"));
    }

    private static Stream<Upload> broken() {
        byte[] twice = joined(part(JPEG, 0, JPEG.length - 2), part(JPEG, 2, JPEG.length));
        byte[] bad = PNG.clone();
        bad[PNG.length - 30] ^= 0x55;
        byte[] lzw = GIF.clone();
        lzw[13 + 3 * (2 << (GIF[10] & 7)) + 10] = 12;
        return Stream.of(
                refused("half a JPEG", part(JPEG, 0, JPEG.length / 2), "IMAGE_BROKEN"),
                refused("a JPEG without an end", part(JPEG, 0, JPEG.length - 2), "IMAGE_BROKEN"),
                refused("the beginning of a JPEG", part(JPEG, 0, 20), "IMAGE_BROKEN"),
                refused("half a PNG", part(PNG, 0, PNG.length / 2), "IMAGE_BROKEN"),
                refused("the signature of a PNG", part(PNG, 0, 8), "IMAGE_BROKEN"),
                refused("half a GIF", part(GIF, 0, GIF.length / 2), "IMAGE_BROKEN"),
                refused(
                        "a segment beyond the end",
                        joined(part(JPEG, 0, 2), bytes("\u00ff\u00e1\u00ff\u00ff")),
                        "IMAGE_BROKEN"),
                refused("two JPEGs in one", twice, "IMAGE_BROKEN"),
                refused(
                        "a PNG with fewer lines than it says",
                        pngOf(500, 500, chunk("IDAT", packed(1000))),
                        "IMAGE_BROKEN"),
                refused("a PNG without pixels", pngOf(10, 10), "IMAGE_BROKEN"),
                refused(
                        "a PNG whose pixels are packed wrongly",
                        pngOf(10, 10, chunk("IDAT", random(300))),
                        "IMAGE_BROKEN"),
                refused(
                        "a chunk beyond the end",
                        joined(part(PNG, 0, 33), bytes("\u007f\u00ff\u00ff\u00ffIDAT")),
                        "IMAGE_BROKEN"),
                clean("a bit that fell over", bad).or("IMAGE_BROKEN"),
                clean("a GIF's codes of 12 bits", lzw).or("IMAGE_BROKEN"));
    }

    private static Upload unsupported(String name, String file) {
        return new Upload(name, "image/png", bytes(file), List.of("UNSUPPORTED_IMAGE"));
    }

    private static Upload refused(String name, byte[] file, String reason) {
        return new Upload(name, TYPE, file, List.of(reason));
    }

    private static Upload clean(String name, byte[] file) {
        return new Upload(name, TYPE, file, List.of(CLEAN));
    }

    private static byte[] screen(int width, int height) {
        byte[] gif = GIF.clone();
        little(gif, 6, width);
        little(gif, 8, height);
        return gif;
    }

    private static byte[] frame(int width, int height) {
        byte[] gif = GIF.clone();
        int at = 13 + 3 * (2 << (gif[10] & 7));
        while (gif[at] != 0x2c) {
            at++;
        }
        little(gif, at + 5, width);
        little(gif, at + 7, height);
        return gif;
    }

    private static void little(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
