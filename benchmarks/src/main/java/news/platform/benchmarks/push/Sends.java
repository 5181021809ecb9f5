package news.platform.benchmarks.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Scanner;
import java.util.Set;

/** What the file provider has written since a moment: a line for each message that it took. */
record Sends(Path file, long position) {
    /** From the present end of the file, which need not be there yet. */
    static Sends from(Path file) {
        try {
            return new Sends(file, Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The devices to which a story was sent. */
    Count count(String storyId) {
        String mark = "\"id\":\"" + storyId + "/";
        Set<String> devices = new HashSet<>();
        int repeated = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Scanner lines =
                        new Scanner(Channels.newInputStream(channel.position(position)), StandardCharsets.UTF_8)) {
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                int begin = line.indexOf(mark);
                if (begin >= 0) {
                    int device = begin + mark.length();
                    repeated += devices.add(line.substring(device, line.indexOf('"', device))) ? 0 : 1;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Count(devices.size(), repeated);
    }

    /**
     * Of one story.
     *
     * @param devices that got it
     * @param repeated how often one got it again
     */
    record Count(int devices, int repeated) {}
}
