package news.platform.benchmarks.money;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import news.platform.benchmarks.storm.Storm.Strike;

/**
 * All that was seen while parts died.
 *
 * @param outcomes what became of how many purchases
 * @param refusals what was answered as it should not be
 * @param repetitions how often a request had to be sent again
 * @param repeated how many callbacks were told once more when all was told already
 * @param forged with what forged callbacks were answered
 * @param settledSeconds how long after the last purchase nothing was left to say, or patience ended
 * @param differences what was left to say
 * @param logs what logs have that no log may have
 */
record MoneyRun(
        long seed,
        int purchases,
        double seconds,
        List<Strike> strikes,
        SortedMap<String, Integer> outcomes,
        List<String> refusals,
        long repetitions,
        int repeated,
        List<Integer> forged,
        Picture picture,
        double settledSeconds,
        List<String> differences,
        SortedMap<String, Integer> logs,
        long logLines) {
    private static final int REFUSED = 400;

    /** What is not as it should be, empty where all is. */
    List<String> complaints() {
        var complaints = new ArrayList<>(refusals);
        complaints.addAll(differences);
        logs.forEach((what, lines) -> complaints.add(what + " in " + lines + " lines"));
        long taken = forged.stream().filter(status -> status < REFUSED).count();
        if (taken > 0) {
            complaints.add(taken + " forged callbacks were taken");
        }
        return complaints;
    }
}
