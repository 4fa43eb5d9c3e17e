package assay.server.lti;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.server.jose.RemoteKeys;
import assay.server.net.GuardedWeb;
import assay.server.net.NetworkPolicy;
import assay.server.net.Resolver;
import assay.server.outbox.ArrivalState;
import assay.server.outbox.RetrySchedule;
import assay.server.rule.Counting;
import assay.server.rule.CourseRules;
import assay.server.secret.Vault;
import assay.server.store.Database;
import assay.server.store.Role;
import assay.server.store.Store;
import assay.server.store.Tx;
import assay.server.testing.SettableClock;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From login to grade against platforms with real keys over real HTTP; the same in every database. */
abstract class LtiContract {
    private static final String COURSE = "cs";
    private static final String ASSIGNMENT = "hw4";

    private final SettableClock clock = new SettableClock(Tokens.NOW);
    private final Vault vault = new Vault("a key");

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    @SuppressWarnings("NullAway.Init")
    private ToolKeys keys;

    @SuppressWarnings("NullAway.Init")
    private FakePlatform platform;

    @SuppressWarnings("NullAway.Init")
    private GuardedWeb web;

    abstract Database empty();

    @BeforeEach
    void open() throws Exception {
        database = empty();
        store = new Store(database.source(), clock);
        keys = new ToolKeys(store, vault);
        use(FakePlatform.Profile.MOODLE);
        store.write(tx -> {
            tx.courses().add(COURSE, "Kernels");
            tx.people().put("teacher", "T", "t@x");
            tx.handle()
                    .execute(
                            "insert into assignments (course, id, version, title, deadline, digest, yaml,"
                                    + " published_at, published_by) values ('cs', 'hw4', 1, 'HW 4', 0, '', ?, 0,"
                                    + " 'teacher')",
                            new byte[0]);
            return true;
        });
    }

    private void use(FakePlatform.Profile profile) throws Exception {
        platform = new FakePlatform(profile, keys::published);
        web = new GuardedWeb(NetworkPolicy.standard().trusting(Set.of(platform.host())), Resolver.system());
        store.write(tx -> {
            Registrations registrations = new Registrations(tx);
            registrations.add(platform.registration(true));
            registrations.deploy(platform.registration(true).id(), FakePlatform.DEPLOYMENT);
            return true;
        });
    }

    @AfterEach
    void close() {
        platform.close();
        database.close();
    }

    private Registration registration() {
        return platform.registration(true);
    }

    private LoginFlow.Result.Redirect login(String storage) {
        LoginFlow.Result result = new LoginFlow(store, Tokens.TOOL)
                .begin(new LoginFlow.Request(platform.issuer(), "", "hint-1", "message-1", "1", storage));
        assertThat(result).isInstanceOf(LoginFlow.Result.Redirect.class);
        return (LoginFlow.Result.Redirect) result;
    }

    private LaunchFlow launches() {
        return new LaunchFlow(store, new RemoteKeys(web, clock), Tokens.TOOL);
    }

    private String token(Logins.Begun begun, UnaryOperator<Map<String, Object>> change) {
        return platform.sign(change.apply(Tokens.launch(
                platform.issuer(), FakePlatform.CLIENT, FakePlatform.DEPLOYMENT, begun.nonce(), clock.instant())));
    }

    private Launch.Opened launched(UnaryOperator<Map<String, Object>> change) {
        Logins.Begun begun = login("").begun();
        LaunchFlow.Result result = launches().launch(begun.state(), token(begun, change), begun.browser(), true);
        assertThat(result).isInstanceOf(LaunchFlow.Result.Launched.class);
        return (Launch.Opened) ((LaunchFlow.Result.Launched) result).launch();
    }

    private void linkCourse() {
        store.write(tx -> {
            new Arrivals(tx, registration()).link(FakePlatform.DEPLOYMENT, "context-1", COURSE);
            return true;
        });
    }

    private Map<String, Object> graded(Map<String, Object> claims) {
        claims.put(
                Lti.GRADES,
                Map.of(
                        "lineitem", platform.lineItem(),
                        "lineitems", platform.at("/lineitems").toString(),
                        "scope", List.of(Lti.SCOPE_SCORE, Lti.SCOPE_RESULT)));
        claims.put(Lti.CLAIM + "custom", Map.of("assignment", ASSIGNMENT));
        return claims;
    }

    /** A student who has come through the link, and so can be graded. */
    private String student() {
        linkCourse();
        Launch.Opened opened = launched(this::graded);
        return store.write(tx -> {
            Arrivals arrivals = new Arrivals(tx, registration());
            try {
                Arrivals.Arrived arrived = arrivals.arrive(opened.person());
                assertThat(arrivals.assignment(opened, arrived.course())).contains(ASSIGNMENT);
                return arrived.person();
            } catch (Arrivals.NotHere not) {
                throw new AssertionError(not);
            }
        });
    }

    private void grade(String person, @Nullable String points) {
        store.write(tx -> tx.handle()
                .createUpdate("insert into grades (course, assignment, person, points, maximum, days_late, version,"
                        + " changed_at) values ('cs', 'hw4', :person, :points, :maximum, 0, 1, 0)"
                        + " on conflict (course, assignment, person) do update set points = excluded.points,"
                        + " version = grades.version + 1")
                .bind("person", person)
                .bind("points", Optional.ofNullable(points).map(Points::of))
                .bind("maximum", Points.of("10"))
                .execute());
    }

    private ScoreSender sender() {
        return new ScoreSender(store, new ServiceTokens(web, keys, clock), web, RetrySchedule.standard(), () -> 0.5);
    }

    private Score score(String person) {
        return store.read(tx -> new StudentScores(tx).of(COURSE, ASSIGNMENT, person))
                .getFirst();
    }

    @Test
    void a_login_asks_the_platform_for_exactly_what_it_wants() {
        URI address = login("").address();
        assertThat(address.toString()).startsWith(platform.at("/auth?").toString());
        Map<String, String> sent = FakePlatform.fields(address.getRawQuery());
        assertThat(sent)
                .containsEntry("scope", "openid")
                .containsEntry("response_type", "id_token")
                .containsEntry("response_mode", "form_post")
                .containsEntry("prompt", "none")
                .containsEntry("client_id", FakePlatform.CLIENT)
                .containsEntry("redirect_uri", "https://assay.example/lti/launch")
                .containsEntry("login_hint", "hint-1")
                .containsEntry("lti_message_hint", "message-1")
                .containsEntry("lti_deployment_id", "1");
        assertThat(sent.get("state")).hasSizeGreaterThan(40).isNotEqualTo(sent.get("nonce"));
    }

    @Test
    void an_unknown_platform_is_sent_nowhere() {
        LoginFlow flow = new LoginFlow(store, Tokens.TOOL);
        assertThat(flow.begin(new LoginFlow.Request("https://evil.example", "", "h", "", "", "")))
                .isInstanceOf(LoginFlow.Result.Refused.class);
        assertThat(flow.begin(new LoginFlow.Request(platform.issuer(), "other", "h", "", "", "")))
                .isInstanceOf(LoginFlow.Result.Refused.class);
        assertThat(flow.begin(new LoginFlow.Request(platform.issuer(), "", "", "", "", "")))
                .isInstanceOf(LoginFlow.Result.Refused.class);
    }

    @Test
    void a_launch_is_good_once_and_in_its_own_browser() {
        Logins.Begun begun = login("").begun();
        String token = token(begun, UnaryOperator.identity());
        LaunchFlow launches = launches();
        assertThat(launches.launch("", token, begun.browser(), true)).isInstanceOf(LaunchFlow.Result.Refused.class);
        assertThat(launches.launch("other", token, begun.browser(), true))
                .isInstanceOf(LaunchFlow.Result.Refused.class);
        // H09: the attacker's login, the victim's browser.
        assertThat(launches.launch(begun.state(), token, "", true)).isInstanceOf(LaunchFlow.Result.Refused.class);
        assertThat(launches.launch(begun.state(), token, login("").begun().browser(), true))
                .isInstanceOf(LaunchFlow.Result.Refused.class);
        assertThat(launches.launch(begun.state(), token, begun.browser(), true))
                .isInstanceOf(LaunchFlow.Result.Launched.class);
        assertThat(launches.launch(begun.state(), token, begun.browser(), true))
                .isInstanceOf(LaunchFlow.Result.Refused.class);
    }

    @Test
    void a_frame_without_cookies_asks_the_platforms_storage_once() {
        Logins.Begun begun = login("_parent").begun();
        String token = token(begun, UnaryOperator.identity());
        LaunchFlow launches = launches();
        assertThat(launches.launch(begun.state(), token, "", true))
                .isEqualTo(new LaunchFlow.Result.AskStorage(platform.issuer(), "_parent"));
        assertThat(launches.launch(begun.state(), token, "", false)).isInstanceOf(LaunchFlow.Result.Refused.class);
        assertThat(launches.launch(begun.state(), token, begun.browser(), false))
                .isInstanceOf(LaunchFlow.Result.Launched.class);
    }

    @Test
    void a_token_of_another_login_platform_or_time_is_refused() throws Exception {
        Logins.Begun begun = login("").begun();
        Logins.Begun other = login("").begun();
        assertThat(launches().launch(begun.state(), token(other, UnaryOperator.identity()), begun.browser(), true))
                .isInstanceOf(LaunchFlow.Result.Refused.class);
        Logins.Begun third = login("").begun();
        RSAKey own = new RSAKeyGenerator(2048).keyID("platform-key").generate();
        String forged = FakePlatform.sign(
                Tokens.launch(platform.issuer(), FakePlatform.CLIENT, "1", third.nonce(), clock.instant()), own);
        assertThat(launches().launch(third.state(), forged, third.browser(), true))
                .isInstanceOf(LaunchFlow.Result.Refused.class);
        Logins.Begun late = login("").begun();
        String token = token(late, UnaryOperator.identity());
        clock.advance(Duration.ofMinutes(11));
        assertThat(launches().launch(late.state(), token, late.browser(), true))
                .isInstanceOf(LaunchFlow.Result.Refused.class);
    }

    @Test
    void two_schools_with_one_issuer_are_two_registrations() {
        Registration second = new Registration(
                "r-second",
                platform.issuer(),
                "client-2",
                platform.at("/auth"),
                platform.at("/token"),
                platform.at("/keys"),
                "x",
                "",
                true);
        store.write(tx -> {
            new Registrations(tx).add(second);
            new Registrations(tx).deploy(second.id(), FakePlatform.DEPLOYMENT);
            return true;
        });
        LoginFlow flow = new LoginFlow(store, Tokens.TOOL);
        assertThat(flow.begin(new LoginFlow.Request(platform.issuer(), "", "h", "", "", "")))
                .isInstanceOf(LoginFlow.Result.Refused.class);
        LoginFlow.Result.Redirect redirect = (LoginFlow.Result.Redirect)
                flow.begin(new LoginFlow.Request(platform.issuer(), "client-2", "h", "", "", ""));
        // Platform A's token for the login at B: the same issuer, the same keys, another client.
        String token = token(redirect.begun(), UnaryOperator.identity());
        assertThat(launches()
                        .launch(
                                redirect.begun().state(),
                                token,
                                redirect.begun().browser(),
                                true))
                .isInstanceOf(LaunchFlow.Result.Refused.class);
    }

    @Test
    void somebody_is_who_the_platform_says_and_never_who_the_address_says() throws Exception {
        linkCourse();
        String person = student();
        Optional<Role> role = store.read(tx -> tx.people().role(COURSE, person));
        assertThat(role).contains(Role.STUDENT);
        Launch.Opened sameAddress = launched(claims -> {
            claims.put("sub", "user-2");
            return claims;
        });
        String other = store.write(tx -> {
            try {
                return new Arrivals(tx, registration())
                        .arrive(sameAddress.person())
                        .person();
            } catch (Arrivals.NotHere not) {
                throw new AssertionError(not);
            }
        });
        assertThat(other).isNotEqualTo(person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"context", "role"})
    void who_has_no_course_or_no_role_here_comes_to_nothing(String what) {
        if (what.equals("role")) {
            linkCourse();
        }
        Launch.Opened opened = launched(claims -> {
            if (what.equals("role")) {
                claims.put(Lti.CLAIM + "roles", List.of("Owner"));
            }
            return claims;
        });
        boolean arrived = store.write(tx -> {
            try {
                new Arrivals(tx, registration()).arrive(opened.person());
                return true;
            } catch (Arrivals.NotHere not) {
                return false;
            }
        });
        assertThat(arrived).isFalse();
        List<String> people = store.read(tx -> tx.handle()
                .createQuery("select person from lti_people")
                .mapTo(String.class)
                .list());
        assertThat(people).isEmpty();
    }

    @Test
    void a_link_to_an_assignment_of_another_course_opens_none() {
        linkCourse();
        Launch.Opened opened = launched(claims -> {
            claims.put(Lti.CLAIM + "custom", Map.of("assignment", "secret-of-another-course"));
            return claims;
        });
        Optional<String> assignment = store.write(tx -> new Arrivals(tx, registration()).assignment(opened, COURSE));
        assertThat(assignment).isEmpty();
    }

    @Test
    void a_choice_goes_back_signed_and_once() {
        Launch.Choosing choosing =
                (Launch.Choosing) new LaunchRules(registration(), List.of("1"), "n", Tokens.TOOL, clock.instant())
                        .judge(Claims.JSON.writeValueAsString(Tokens.deepLink(
                                platform.issuer(),
                                FakePlatform.CLIENT,
                                "1",
                                "n",
                                clock.instant(),
                                platform.at("/back").toString())));
        String code = store.write(tx -> new DeepLinks(tx)
                .begin(
                        registration(),
                        choosing,
                        new Arrivals.Arrived("teacher", COURSE, Optional.of(Role.INSTRUCTOR))));
        DeepLinks.Choice choice = store.write(tx -> new DeepLinks(tx).end(code)).orElseThrow();
        Optional<DeepLinks.Choice> again = store.write(tx -> new DeepLinks(tx).end(code));
        assertThat(again).isEmpty();
        DeepLinks.Item item = new DeepLinks.Item(ASSIGNMENT, "HW 4", Points.of("10"));
        JsonNode answer = platform.verified(
                keys.sign(DeepLinks.answer(registration(), choice, List.of(item, item), Tokens.TOOL, clock.instant())));
        assertThat(answer.path("iss").stringValue()).isEqualTo(FakePlatform.CLIENT);
        assertThat(answer.path("aud").stringValue()).isEqualTo(platform.issuer());
        assertThat(answer.path(Lti.DEEP_LINKING + "data").stringValue()).isEqualTo("opaque");
        JsonNode items = answer.path(Lti.DEEP_LINKING + "content_items");
        assertThat(items).hasSize(1);
        assertThat(items.path(0).path("custom").path("assignment").stringValue())
                .isEqualTo(ASSIGNMENT);
        assertThat(items.path(0).path("lineItem").path("scoreMaximum").intValue())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(FakePlatform.Profile.class)
    void a_grade_reaches_the_platform_once_and_a_newer_one_after_it(FakePlatform.Profile profile) throws Exception {
        platform.close();
        use(profile);
        String person = student();
        grade(person, "7");
        assertThat(sender().sendDue()).isEqualTo(1);
        assertThat(sender().sendDue()).isZero();
        grade(person, "8.5");
        assertThat(sender().sendDue()).isEqualTo(1); // in the same second
        assertThat(platform.held("user-1")).isEqualTo(8.5);
        assertThat(platform.scores).hasSize(2);
        assertThat(score(person).state()).isEqualTo(ArrivalState.DELIVERED);
        JsonNode first = platform.scores.getFirst().path(Lti.CANVAS_SUBMISSION);
        assertThat(first.isObject()).isEqualTo(profile == FakePlatform.Profile.CANVAS);
        if (profile == FakePlatform.Profile.CANVAS) {
            assertThat(first.path("new_submission").booleanValue()).isTrue();
            assertThat(platform.scores
                            .getLast()
                            .path(Lti.CANVAS_SUBMISSION)
                            .path("new_submission")
                            .booleanValue())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(FakePlatform.Profile.class)
    void an_hour_of_bad_answers_ends_with_the_right_grade(FakePlatform.Profile profile) throws Exception {
        platform.close();
        use(profile);
        String person = student();
        grade(person, "7");
        platform.next.addAll(List.of(500, 429, 0));
        assertThat(sender().sendDue()).isEqualTo(1);
        assertThat(sender().sendDue()).isZero();
        clock.advance(Duration.ofSeconds(5));
        sender().sendDue();
        clock.advance(Duration.ofMinutes(5));
        sender().sendDue(); // taken, and the answer lost
        assertThat(platform.scores).hasSize(1);
        assertThat(score(person).state()).isEqualTo(ArrivalState.WAITING);
        grade(person, "9");
        sender().sendDue();
        assertThat(platform.held("user-1")).isIn(7.0, 9.0);
        clock.advance(Duration.ofHours(1));
        sender().sendDue();
        assertThat(score(person).state()).isIn(ArrivalState.DELIVERED, ArrivalState.HELD);
    }

    @Test
    void a_grade_that_is_not_there_is_not_sent_and_one_that_is_withdrawn_is_cleared() {
        String person = student();
        grade(person, null);
        assertThat(sender().sendDue()).isZero();
        grade(person, "7");
        sender().sendDue();
        grade(person, null);
        clock.advance(Duration.ofSeconds(2));
        sender().sendDue();
        assertThat(platform.grades).isEmpty();
        assertThat(platform.scores.getLast().has("scoreGiven")).isFalse();
    }

    @Test
    void a_lost_answer_is_found_out_by_looking() {
        String person = student();
        grade(person, "7");
        platform.next.add(0);
        sender().sendDue();
        clock.advance(Duration.ofMinutes(1));
        sender().sendDue();
        assertThat(platform.scores).hasSize(1);
        assertThat(score(person).state()).isEqualTo(ArrivalState.DELIVERED);
    }

    @Test
    void an_instructors_own_grade_is_left_until_somebody_says_otherwise() {
        String person = student();
        grade(person, "7");
        sender().sendDue();
        platform.grades.put(
                "user-1", new FakePlatform.Held(10, 10, clock.instant().plusSeconds(5)));
        clock.advance(Duration.ofMinutes(1));
        grade(person, "8");
        sender().sendDue();
        assertThat(score(person).state()).isEqualTo(ArrivalState.HELD);
        assertThat(platform.held("user-1")).isEqualTo(10);
        assertThat(sender().overwrite(score(person), "tess")).isTrue();
        sender().sendDue();
        assertThat(platform.held("user-1")).isEqualTo(8);
        assertThat(score(person).state()).isEqualTo(ArrivalState.DELIVERED);
    }

    @Test
    void what_the_platform_will_never_take_is_not_tried_for_ever_and_stops_nobody_else() {
        linkCourse();
        String person = student();
        Launch.Opened stranger = launched(claims -> {
            claims.put("sub", "stranger");
            return graded(claims);
        });
        String gone = store.write(tx -> {
            try {
                return new Arrivals(tx, registration())
                        .arrive(stranger.person())
                        .person();
            } catch (Arrivals.NotHere not) {
                throw new AssertionError(not);
            }
        });
        grade(gone, "1");
        grade(person, "2");
        sender().sendDue();
        assertThat(score(gone).state()).isEqualTo(ArrivalState.REFUSED);
        assertThat(score(gone).lastAnswer()).contains("no student there any more");
        assertThat(score(person).state()).isEqualTo(ArrivalState.DELIVERED);
        clock.advance(Duration.ofDays(5));
        assertThat(sender().sendDue()).isZero();
    }

    @Test
    void a_token_is_kept_and_asked_for_anew_when_it_is_refused() {
        String person = student();
        ScoreSender one = sender();
        for (int i = 1; i < 5; i++) {
            grade(person, "" + i);
            clock.advance(Duration.ofSeconds(2));
            one.sendDue();
        }
        assertThat(platform.tokens).isEqualTo(1);
        platform.next.add(401);
        grade(person, "6");
        clock.advance(Duration.ofSeconds(2));
        one.sendDue();
        clock.advance(Duration.ofSeconds(5));
        one.sendDue();
        assertThat(platform.tokens).isEqualTo(2);
        assertThat(platform.held("user-1")).isEqualTo(6);
    }

    private void link(List<String> scopes) {
        linkCourse();
        Launch.Opened opened = launched(claims -> {
            claims.put(
                    Lti.GRADES,
                    Map.of("lineitems", platform.at("/lineitems?type_id=7").toString(), "scope", scopes));
            claims.put(Lti.CLAIM + "custom", Map.of("assignment", ASSIGNMENT));
            return claims;
        });
        store.write(tx -> new Arrivals(tx, registration()).assignment(opened, COURSE));
    }

    private LineItems lineItems() {
        return new LineItems(
                store,
                new ServiceTokens(web, keys, clock),
                web,
                RetrySchedule.standard(),
                () -> 0.5,
                _ -> Points.of("10"));
    }

    private String lineItem() {
        return store.read(tx -> tx.handle()
                .createQuery("select line_item from lti_links")
                .mapTo(String.class)
                .one());
    }

    @Test
    void a_column_for_grades_is_made_where_a_link_has_none_and_never_twice() {
        link(List.of(Lti.SCOPE_SCORE, Lti.SCOPE_LINE_ITEM));
        platform.nextItem.add(500);
        assertThat(lineItems().makeMissing()).isEqualTo(1);
        assertThat(lineItems().makeMissing()).isZero();
        clock.advance(Duration.ofSeconds(6));
        platform.nextItem.add(0); // made, and the answer lost
        lineItems().makeMissing();
        assertThat(lineItem()).isEmpty();
        clock.advance(Duration.ofMinutes(6));
        lineItems().makeMissing();
        assertThat(lineItem()).isEqualTo(platform.at("/items/1").toString());
        assertThat(platform.items).singleElement().satisfies(item -> {
            assertThat(item.path("label").stringValue()).isEqualTo("HW 4");
            assertThat(item.path("scoreMaximum").intValue()).isEqualTo(10);
            assertThat(item.path("resourceId").stringValue()).isEqualTo(ASSIGNMENT);
        });
        assertThat(lineItems().makeMissing()).isZero();
    }

    @Test
    void without_leave_no_column_is_made() {
        link(List.of(Lti.SCOPE_SCORE));
        assertThat(lineItems().makeMissing()).isZero();
    }

    @Test
    void before_the_release_no_grade_goes_to_the_platform() {
        String person = student();
        grade(person, "7");
        store.write(tx -> tx.courses()
                .set(new CourseRules(
                        COURSE,
                        ASSIGNMENT,
                        1,
                        Optional.empty(),
                        Duration.ZERO,
                        Counting.BEST,
                        Optional.of(clock.instant().plus(Duration.ofHours(1))),
                        1,
                        Optional.empty(),
                        "cpu",
                        clock.instant(),
                        "teacher")));
        assertThat(sender().sendDue()).isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(sender().sendDue()).isEqualTo(1);
        assertThat(store.read((Tx tx) -> new assay.server.outbox.Arrivals(tx).of(COURSE, ASSIGNMENT, person)))
                .singleElement()
                .satisfies(arrival -> {
                    assertThat(arrival.state()).isEqualTo(ArrivalState.DELIVERED);
                    assertThat(arrival.sent()).contains(Points.of("7"));
                    assertThat(arrival.platform()).isEqualTo("moodle");
                });
    }

    @Test
    void the_list_of_people_is_read_page_by_page_and_never_from_another_host() {
        Roster roster = new Roster(web, new ServiceTokens(web, keys, clock));
        Roster.Result result = roster.read(registration(), "1", platform.at("/members"));
        assertThat(result)
                .isInstanceOfSatisfying(
                        Roster.Result.Members.class,
                        members -> assertThat(members.members())
                                .containsExactly(
                                        new Roster.Member("u1", "Ada", "a@x", List.of("Instructor"), true),
                                        new Roster.Member("u2", "", "", List.of("Learner"), false)));
        assertThat(roster.read(registration(), "1", platform.at("/members?elsewhere")))
                .isInstanceOf(Roster.Result.Failed.class);
    }

    @Test
    void a_platform_that_registers_us_waits_for_our_administrator() {
        DynamicRegistration dynamic = new DynamicRegistration(store, web, Tokens.TOOL);
        DynamicRegistration.Result result = dynamic.register(platform.at("/configuration"), "once");
        assertThat(result).isInstanceOfSatisfying(DynamicRegistration.Result.Waiting.class, waiting -> {
            Registration fresh = store.read(tx ->
                            new Registrations(tx).find(waiting.registration().id()))
                    .orElseThrow();
            assertThat(fresh.active()).isFalse();
            assertThat(fresh.clientId()).isEqualTo("fresh");
            assertThat(store.read(tx -> new Registrations(tx).deployments(fresh.id()))
                            .toString())
                    .isEqualTo("[9]");
            assertThat(new LoginFlow(store, Tokens.TOOL)
                            .begin(new LoginFlow.Request(platform.issuer(), "fresh", "h", "", "", "")))
                    .isInstanceOf(LoginFlow.Result.Refused.class);
        });
        assertThat(dynamic.register(platform.at("/configuration"), "once"))
                .isInstanceOf(DynamicRegistration.Result.Refused.class);
        assertThat(dynamic.register(URI.create("https://169.254.169.254/configuration"), ""))
                .isInstanceOf(DynamicRegistration.Result.Refused.class);
    }

    @Test
    void a_new_key_is_published_before_it_signs_and_no_private_part_ever() {
        String first = keys.published();
        assertThat(first).contains("\"kty\":\"RSA\"").doesNotContain("\"d\":", "\"p\":");
        clock.advance(Duration.ofDays(181));
        String both = keys.published();
        assertThat(both).contains(first.substring(9, first.length() - 2));
        JsonNode set = Claims.JSON.readTree(both);
        assertThat(set.path("keys")).hasSize(2);
        String signer = keys.sign(Map.of("a", 1));
        assertThat(platform.verified(signer).path("a").intValue()).isEqualTo(1);
        clock.advance(Duration.ofDays(32));
        assertThat(Claims.JSON.readTree(keys.published()).path("keys")).hasSize(1);
    }
}
