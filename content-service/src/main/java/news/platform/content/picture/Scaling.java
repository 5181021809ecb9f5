package news.platform.content.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Draws pictures anew: upright, in plain colours, smaller. */
final class Scaling {
    private Scaling() {}

    /** As it is to be seen by its EXIF orientation, no wider than this; nothing of the old one is in it but its pixels. */
    static BufferedImage upright(BufferedImage picture, int orientation, int maxWidth) {
        boolean turned = orientation > 4;
        int width = turned ? picture.getHeight() : picture.getWidth();
        var half = halved(picture, turned, maxWidth);
        double factor = Math.min(1, maxWidth / (double) width);
        int height = turned ? picture.getWidth() : picture.getHeight();
        var upright = blank(side(width, factor), side(height, factor), picture);
        draw(upright, graphics -> {
            graphics.scale(
                    upright.getWidth() / (double) (turned ? half.getHeight() : half.getWidth()),
                    upright.getHeight() / (double) (turned ? half.getWidth() : half.getHeight()));
            graphics.transform(turn(orientation, half.getWidth(), half.getHeight()));
            graphics.drawImage(half, 0, 0, null);
        });
        return upright;
    }

    /** The same, so wide. */
    static BufferedImage narrowed(BufferedImage picture, int width) {
        return upright(picture, 1, width);
    }

    /** Halved until it is less than twice as wide: more in one step would leave pixels out. */
    private static BufferedImage halved(BufferedImage picture, boolean turned, int maxWidth) {
        var half = picture;
        while ((turned ? half.getHeight() : half.getWidth()) >= 2 * maxWidth) {
            var next = blank(side(half.getWidth(), 0.5), side(half.getHeight(), 0.5), half);
            var source = half;
            draw(next, graphics -> graphics.drawImage(source, 0, 0, next.getWidth(), next.getHeight(), null));
            half = next;
        }
        return half;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static BufferedImage blank(int width, int height, BufferedImage like) {
        return new BufferedImage(
                width,
                height,
                like.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
    }

    private static void draw(BufferedImage on, Drawing drawing) {
        var graphics = on.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.draw(graphics);
        graphics.dispose();
    }

    private static int side(int before, double factor) {
        return Math.max(1, (int) Math.round(before * factor));
    }

    private interface Drawing {
        void draw(Graphics2D graphics);
    }
}
