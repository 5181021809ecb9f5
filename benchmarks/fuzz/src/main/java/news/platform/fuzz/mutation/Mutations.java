package news.platform.fuzz.mutation;

import java.util.List;
import java.util.stream.Stream;

/** All that is done to requests. */
public final class Mutations {
    private static final List<Mutation> ALL = Stream.of(
                    DocumentMutations.all(),
                    BodyMutations.all(),
                    ParameterMutations.all(),
                    PathMutations.all(),
                    HeaderMutations.all(),
                    TokenMutations.all(),
                    FramingMutations.all())
            .flatMap(List::stream)
            .toList();

    private Mutations() {}

    /** In no order that matters; a request goes through them by stage. */
    public static List<Mutation> all() {
        return ALL;
    }
}
