package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a learning platform holds of one student's grade.
 *
 * @param standing on which platform it is, or on its way, since when
 * @param holds the points that it has had from us last
 * @param answer what it said last, which is the reason where it does not take them
 * @param action what may be done about it, and where; empty where nothing
 */
public record ArrivalLine(String standing, String holds, String answer, Optional<Link> action) {
    public ArrivalLine {
        requireNonNull(standing, "standing is null");
        requireNonNull(holds, "holds is null");
        requireNonNull(answer, "answer is null");
        requireNonNull(action, "action is null");
    }
}
