package news.platform.gateway.testing;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import news.platform.testing.v1.CountRequest;
import news.platform.testing.v1.CountResponse;
import news.platform.testing.v1.Number;

/** A service's log as the contract of streams wants it, in memory; it breaks, forgets and falls back as it is told. */
public final class LogTwin {

    private final NavigableMap<Long, CountResponse> log = new TreeMap<>();
    private final Set<ServerCallStreamObserver<CountResponse>> followers = ConcurrentHashMap.newKeySet();

    /** What each call asked for, in order. */
    public final List<Long> asked = new CopyOnWriteArrayList<>();

    private long forgotten;
    private long last;
    private int most;
    private boolean down;

    /** Publishes under the next position, which it returns. */
    public synchronized long publish(String channel, int importance, String kind, String text) {
        last = Math.max(last + 1, System.currentTimeMillis());
        var message = CountResponse.newBuilder()
                .setPosition(last)
                .setEvent("number.counted")
                .setNumber(Number.newBuilder().setText(text))
                .addChannels(channel)
                .setImportance(importance)
                .setKind(kind)
                .build();
        log.put(last, message);
        followers.forEach(follower -> follower.onNext(message));
        return last;
    }

    /** The same for tests that choose by the channel only. */
    public long publish(String channel, String text) {
        return publish(channel, 1, "", text);
    }

    /** So many, "n0" and on, but no more at once than the reader can follow: more than a ring holds, for whoever is away. */
    public void publishMany(int numbers, SseClient reader) {
        for (int number = 0; number < numbers; number++) {
            publish("a", "n" + number);
            if (number % 20 == 0 || number == numbers - 1) {
                while (!reader.texts(1).contains("n" + number)) {
                    // it reads on
                }
            }
        }
    }

    /** The end of the log. */
    public synchronized long last() {
        return last;
    }

    /** As retention does. */
    public synchronized void forgetUntil(long position) {
        log.headMap(position, true).clear();
        forgotten = position;
    }

    /** As a restored backup does. */
    public synchronized void restore(long position) {
        log.tailMap(position, false).clear();
        last = position;
        breakCalls();
    }

    /** Fails what is under way and all that comes, until it is up again. */
    public synchronized void down() {
        down = true;
        breakCalls();
    }

    public synchronized void up() {
        down = false;
    }

    /** Calls that are open now. */
    public int calls() {
        return followers.size();
    }

    /** How many calls were open at once at most, since the last time that it was asked. */
    public synchronized int mostCalls() {
        int so = most;
        most = 0;
        return so;
    }

    private void breakCalls() {
        for (var follower : new ArrayList<>(followers)) {
            followers.remove(follower);
            follower.onError(Status.UNAVAILABLE.asRuntimeException());
        }
    }

    synchronized void follow(CountRequest request, ServerCallStreamObserver<CountResponse> answer) {
        asked.add(request.getAfter());
        if (down) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        answer.setOnCancelHandler(() -> followers.remove(answer));
        long covers = Math.min(Math.max(request.getAfter(), forgotten), last);
        answer.onNext(CountResponse.newBuilder()
                .setPosition(last)
                .setCoversFrom(covers)
                .build());
        log.tailMap(covers, false).values().forEach(answer::onNext);
        followers.add(answer);
        most = Math.max(most, followers.size());
    }
}
