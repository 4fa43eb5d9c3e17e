package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.server.course.InForce;
import assay.server.course.ShownResults;
import assay.server.course.Teaching;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.RulesPage;
import assay.server.rule.Counting;
import assay.server.rule.CourseRules;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The staff's page of an assignment's rules. */
final class RulePages {
    private static final String RULES = StudentRoutes.BASE + "/rules";
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private final Store store;
    private final Pages pages;
    private final ShownResults results;
    private final Teaching teaching;

    RulePages(Store store, Pages pages, ShownResults results, Teaching teaching) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.results = requireNonNull(results, "results is null");
        this.teaching = requireNonNull(teaching, "teaching is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(RULES, Access.STAFF, call -> answer(call, 200, List.of())),
                Route.post(RULES, Access.INSTRUCTOR, this::set));
    }

    private void answer(Call call, int status, List<String> problems) {
        Html.answer(call.http(), status, pages.rules(store.read(tx -> page(tx, call, problems))));
    }

    private RulesPage page(Tx tx, Call call, List<String> problems) {
        PublishedAssignment published = ClassRoutes.published(tx, call);
        Assignment assignment = results.assignment(published);
        CourseRules rules = InForce.rules(tx, published);
        String address = PageText.address(call.course(), call.assignment());
        return new RulesPage(
                PageText.frame("Rules", call.who()),
                new Link(PageText.line(published.title()), address + "/class"),
                address + "/rules",
                "Version " + rules.version() + ", set " + PageText.brief(rules.setAt(), assignment.zone()) + " by "
                        + rules.setBy() + ".",
                PageText.rules(rules, assignment, tx.now()),
                call.instructs(),
                values(rules, assignment.zone()),
                assignment.zone().getId(),
                problems,
                new RuleHistory(assignment.zone()).lines(tx.courses().allRules(call.course(), call.assignment())));
    }

    private static RulesPage.Values values(CourseRules rules, ZoneId zone) {
        return new RulesPage.Values(
                rules.attempts().map(Object::toString).orElse(""),
                BigDecimal.valueOf(rules.coolDown().toSeconds())
                        .divide(MINUTE, 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString(),
                rules.counting().name().toLowerCase(Locale.ROOT),
                rules.releaseAt()
                        .map(at -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                                at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES)))
                        .orElse(""),
                Integer.toString(rules.teamSize()),
                rules.reveals().map(Object::toString).orElse(""),
                rules.needs());
    }

    private void set(Call call) {
        PublishedAssignment published = store.read(tx -> ClassRoutes.published(tx, call));
        ZoneId zone = results.assignment(published).zone();
        try {
            CourseRules set = teaching.set(new CourseRules(
                    call.course(),
                    call.assignment(),
                    1,
                    call.form("attempts").map(Integer::valueOf),
                    call.form("cool_down").map(RulePages::minutes).orElse(Duration.ZERO),
                    Counting.valueOf(call.form("counting").orElse("best").toUpperCase(Locale.ROOT)),
                    call.form("release")
                            .map(text -> LocalDateTime.parse(text).atZone(zone).toInstant()),
                    call.form("team_size").map(Integer::valueOf).orElse(1),
                    call.form("reveals").map(Integer::valueOf),
                    RuleRoutes.needs(call.form("needs")),
                    store.clock().instant(),
                    call.who().id()));
            Html.redirect(call.http(), PageText.address(set.course(), set.assignment()) + "/rules");
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            answer(
                    call,
                    422,
                    List.of(PageText.line(Optional.ofNullable(e.getMessage()).orElse("a number is wrong"))));
        }
    }

    private static Duration minutes(String text) {
        return Duration.ofSeconds(new BigDecimal(text)
                .multiply(MINUTE)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
