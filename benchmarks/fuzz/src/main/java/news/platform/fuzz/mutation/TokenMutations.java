package news.platform.fuzz.mutation;

import java.util.List;
import news.platform.fuzz.mutation.Mutation.Stage;
import news.platform.fuzz.request.Dice;
import news.platform.fuzz.request.Draft;
import news.platform.fuzz.request.Pair;

/** Who asks. The forms of tokens are made when the request is sent. */
final class TokenMutations {
    private static final List<String> FORMS =
            List.of("damaged", "cut", "none", "hs256", "kid", "claims", "dots", "long", "spaced", "nul");
    private static final List<String> HEADERS = List.of(
            "",
            "Bearer",
            "Bearer ",
            "bearer {token:reader}",
            "Basic YTpi",
            "Basic \u0080",
            "Bearer {token:reader} {token:reader}",
            "Bearer {token:reader},Bearer {token:editor}",
            "Bearer\t{token:reader}",
            "Bearer a.b.c",
            "Bearer ..",
            "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Bearer \u0085\u009f",
            "Digest username=\"",
            "{token:reader}");

    private TokenMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("token", Stage.HEAD, TokenMutations::form),
                new Mutation("token", Stage.HEAD, TokenMutations::header),
                new Mutation("token", Stage.HEAD, TokenMutations::another),
                new Mutation("token", Stage.HEAD, TokenMutations::twice));
    }

    private static String form(Draft draft, Dice dice) {
        var form = dice.pick(FORMS);
        draft.header("Authorization", "Bearer {token:editor:" + form + "}");
        return form;
    }

    private static String header(Draft draft, Dice dice) {
        var header = dice.pick(HEADERS);
        draft.header("Authorization", header);
        return header;
    }

    private static String another(Draft draft, Dice dice) {
        var role = dice.pick(List.of("reader", "editor", "admin"));
        draft.headers().removeIf(header -> header.name().equals("Authorization"));
        if (dice.chance(0.5) || draft.path().endsWith("/me")) {
            return "none";
        }
        draft.header("Authorization", "Bearer {token:" + role + "}");
        return role;
    }

    private static String twice(Draft draft, Dice dice) {
        var form = dice.chance(0.5) ? "{token:reader:cut}" : "a";
        draft.headers().add(new Pair("Authorization", "Bearer " + form));
        return "twice";
    }
}
