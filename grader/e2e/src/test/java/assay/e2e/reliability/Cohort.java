package assay.e2e.reliability;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Students who hand in one after the other, and do not give up until they are told that it is stored. */
final class Cohort {
    static final int STUDENTS = 20;
    private static final String SCOPES = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
            + " https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";

    private final Service service;
    private final Course course;
    private final LearningPlatform platform;
    private final int each;
    private final CountDownLatch busy = new CountDownLatch(STUDENTS);
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();

    private Cohort(Service service, Course course, LearningPlatform platform, int each) {
        this.service = service;
        this.course = course;
        this.platform = platform;
        this.each = each;
    }

    static Cohort join(Service service, LearningPlatform platform, int submissions) throws Exception {
        Course course = Course.make(service.store(), service.address(), service.client(), STUDENTS);
        service.store().write(tx -> {
            tx.handle()
                    .execute(
                            "insert into lti_registrations (id, issuer, client_id, login_address, token_address,"
                                    + " keys_address, audience, product, active, created_at)"
                                    + " values ('r', 'i', 'c', ?, ?, ?, 'a', 'moodle', 1, 0)",
                            platform.at("/login"),
                            platform.at("/token"),
                            platform.at("/keys"));
            tx.handle()
                    .execute(
                            "insert into lti_links (registration, deployment, context, link, course, assignment,"
                                    + " line_item, line_items, scopes) values ('r', '1', 'c', 'l', ?, ?, ?, '', ?)",
                            Course.ID,
                            Course.HOMEWORK,
                            platform.at("/item"),
                            SCOPES);
            tx.handle()
                    .execute("insert into lti_people (registration, subject, person)"
                            + " select 'r', id, id from people where id like 'student-%'");
            return true;
        });
        return new Cohort(service, course, platform, submissions / STUDENTS);
    }

    /** One submission, to its end. */
    void first() throws Exception {
        course.handIn(0, "first", Work.BOTH.json(0, -1));
        while (service.count("select count(*) from gradings where state = 'GRADED'") == 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    void begin(Duration within) {
        for (int student = 0; student < STUDENTS; student++) {
            int own = student;
            Thread.ofVirtual().start(() -> {
                try {
                    handInAll(own, within);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    busy.countDown();
                }
            });
        }
    }

    private void handInAll(int student, Duration within) throws InterruptedException {
        long step = within.toNanos() / each;
        long start = System.nanoTime() + step * student / STUDENTS;
        for (int number = 0; number < each; number++) {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, start + step * number - System.nanoTime()));
            String json = work(student, number).json(student, number);
            while (!stored(student, "n" + number, json)) {
                TimeUnit.MILLISECONDS.sleep(300);
            }
        }
    }

    private static Work work(int student, int number) {
        return Work.of(student * 3 + number);
    }

    private boolean stored(int student, String key, String json) throws InterruptedException {
        try {
            HttpResponse<String> answer = course.handIn(student, key, json);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            HttpResponse<String> page = course.asStudent(student, "/courses/nn/assignments/hw");
            statuses.merge(page.statusCode(), 1, Integer::sum);
            return answer.statusCode() < 300;
        } catch (IOException nobody) {
            unanswered.incrementAndGet();
            return false;
        }
    }

    /** Until each submission has its result and each grade its answer, or the time is over. */
    boolean awaitEnd(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        busy.await();
        while (System.nanoTime() < end) {
            if (service.count("select count(*) from gradings where state in ('WAITING', 'RUNNING')") == 0
                    && service.count("select count(*) from lti_scores where state <> 'DELIVERED'") == 0
                    && service.count("select count(*) from lti_scores s join grades g on g.person = s.person"
                                    + " where s.version = g.version")
                            == STUDENTS) {
                return true;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return false;
    }

    /** What came of it all; only what is said to be tried again may be other than nothing or everything. */
    record Outcome(
            Map<Integer, Integer> statuses,
            int broken,
            long submissions,
            long gradedOnce,
            long results,
            long audited,
            long setAside,
            long tries,
            long jobs,
            long wrongPoints,
            int wrongGrades,
            int toldTwice) {
        boolean good(long expected) {
            // How often somebody waited too long is printed: on a busy machine speed must not decide.
            return submissions == expected
                    && gradedOnce == expected
                    && results == expected
                    && audited == expected
                    && setAside + jobs + wrongPoints + wrongGrades + toldTwice == 0;
        }

        @Override
        public String toString() {
            return "answers to students " + statuses + "; connections that broke and were tried again " + broken
                    + "\nsubmissions " + submissions + ", with one result each " + gradedOnce + ", results " + results
                    + ", graded in the audit " + audited + ", set aside " + setAside + ", tries " + tries
                    + ", jobs left " + jobs + "\nresults that are not what the submission is worth " + wrongPoints
                    + "\nstudents whose grade in the platform is not the final one " + wrongGrades
                    + ", grades that it was told twice " + toldTwice;
        }
    }

    /** With the first one. */
    long expected() {
        return (long) STUDENTS * each + 1;
    }

    Outcome outcome() {
        int wrong = 0;
        int twice = 0;
        for (int student = 0; student < STUDENTS; student++) {
            List<Double> taken = platform.taken(Course.student(student));
            wrong += taken.isEmpty()
                            || taken.getLast() != work(student, each - 1).points()
                    ? 1
                    : 0;
            for (int at = 1; at < taken.size(); at++) {
                twice += taken.get(at).equals(taken.get(at - 1)) ? 1 : 0;
            }
        }
        return new Outcome(
                Map.copyOf(statuses),
                unanswered.get(),
                service.count("select count(*) from submissions"),
                service.count("select count(*) from (select submission from gradings where state = 'GRADED'"
                        + " group by submission having count(*) = 1) once"),
                service.count("select count(*) from records"),
                service.count("select count(*) from audit where action = 'graded'"),
                service.count("select count(*) from gradings where state = 'SET_ASIDE'"),
                service.count("select sum(tries) from gradings"),
                service.count("select count(*) from scheduled_tasks"),
                wrongPoints(),
                wrong,
                twice);
    }

    private long wrongPoints() {
        long wrong = 0;
        for (int student = 0; student < STUDENTS; student++) {
            for (int number = 0; number < each; number++) {
                String one = "select count(*) from idempotency i join gradings g on g.submission = i.submission where"
                        + " i.person = '" + Course.student(student) + "' and i.request_key = 'n" + number
                        + "' and g.total = " + work(student, number).points() * 1_000_000L;
                wrong += 1 - service.count(one);
            }
        }
        return wrong;
    }
}
