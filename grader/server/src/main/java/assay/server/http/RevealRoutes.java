package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.course.Revealing;
import java.util.List;
import java.util.Map;

/** A student asks to see the hidden cases of a submission before they are released. */
final class RevealRoutes {
    private final Revealing revealing;

    RevealRoutes(Revealing revealing) {
        this.revealing = requireNonNull(revealing, "revealing is null");
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/v1/submissions/{submission}/reveal", Access.OWNER_HANDS_IN, call -> {
                    int left = reveal(call);
                    Json.answer(call.http(), 200, Map.of("left", left));
                }),
                Route.post("/submissions/{submission}/reveal", Access.OWNER_HANDS_IN, call -> {
                    reveal(call);
                    Html.redirect(call.http(), "/submissions/" + call.handedIn().id() + "/view");
                }));
    }

    private int reveal(Call call) {
        return switch (revealing.reveal(call.handedIn(), call.who().id())) {
            case Revealing.Outcome.Revealed(int left) -> left;
            case Revealing.Outcome.Open _ -> throw new HttpProblem(409, "All of it may be seen already.");
            case Revealing.Outcome.NothingYet _ -> throw new HttpProblem(409, "There is no result yet.");
            case Revealing.Outcome.Spent(int most) ->
                throw new HttpProblem(409, "Nothing is left to spend.", Map.of("most", most));
        };
    }
}
