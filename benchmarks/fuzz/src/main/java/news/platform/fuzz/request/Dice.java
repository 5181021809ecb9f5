package news.platform.fuzz.request;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that is the same again for the same seed. Not safe for several threads. */
public final class Dice {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Depends on nothing but the numbers, so that each part of each request can be made again by itself. */
    public static Dice of(long seed, long number, long part) {
        return new Dice((seed * GOLDEN + number) * GOLDEN + part);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Bytes of any value as a text of one byte a character. */
    public String bytes(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(256));
        }
        return text.toString();
    }
}
