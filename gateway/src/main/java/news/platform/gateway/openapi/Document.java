package news.platform.gateway.openapi;

import java.util.List;
import java.util.function.Supplier;
import news.platform.gateway.contract.Contract;
import news.platform.gateway.contract.Method;
import news.platform.gateway.plain.PlainHttp;
import news.platform.gateway.transcode.EntityTags;
import news.platform.policy.Policy;
import org.jspecify.annotations.Nullable;

/** The document as it is sent, written anew only when a policy has changed. Thread-safe. */
final class Document {

    /**
     * One state of it.
     *
     * @param policies what it was written from; the same instances until an operator overrides one
     * @param bytes not to be changed
     * @param etag weak, because the server may compress it
     */
    record Version(List<Policy> policies, byte[] bytes, String etag) {

        private boolean isOf(List<Policy> others) {
            boolean same = policies.size() == others.size();
            for (int i = 0; same && i < policies.size(); i++) {
                same = policies.get(i) == others.get(i);
            }
            return same;
        }
    }

    private final Supplier<List<Policy>> policies;
    private final Supplier<byte[]> writer;
    private volatile @Nullable Version last;

    Document(Supplier<List<Policy>> policies, Supplier<byte[]> writer) {
        this.policies = policies;
        this.writer = writer;
    }

    static Document of(Contract contract, PlainHttp plain) {
        return new Document(
                () -> contract.methods().stream().map(Method::policy).toList(), () -> OpenApi.write(contract, plain));
    }

    Version current() {
        var now = policies.get();
        var known = last;
        if (known == null || !known.isOf(now)) {
            byte[] bytes = writer.get();
            known = new Version(now, bytes, "W/\"" + EntityTags.hash(bytes) + "\"");
            last = known;
        }
        return known;
    }
}
