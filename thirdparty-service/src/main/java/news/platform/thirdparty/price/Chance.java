package news.platform.thirdparty.price;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/** Chance that is the same for the same names and numbers, whoever asks and however often. */
final class Chance {
    private Chance() {}

    static SplittableRandom of(long seed, String name, long number) {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return new SplittableRandom(mix(mix(seed ^ crc.getValue()) + number));
    }

    /** The finisher of SplitMix64: neighbouring numbers become strangers. */
    private static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
