package assay.e2e.reliability;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * A crowd before the deadline: so many clients hand in so often within a time, while others read the pages. Each request
 * has its moment, and how long it took counts from that moment, so that a server that stalls does not slow its own test.
 */
final class Crowd {
    private static final Duration SLICE = Duration.ofSeconds(10);

    private final Service service;
    private final Course course;
    private final int each;
    private final Duration within;
    private final Times posts = new Times();
    private final Map<Long, Times> slices = new ConcurrentSkipListMap<>();
    private final Map<String, Times> pages = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private Crowd(Service service, Course course, int each, Duration within) {
        this.service = service;
        this.course = course;
        this.each = each;
        this.within = within;
    }

    /** {@code crowd CLIENTS SUBMISSIONS-OF-EACH SECONDS DRAINING-SECONDS SANDBOX}. */
    static void run(List<String> arguments) throws Exception {
        int clients = Integer.parseInt(arguments.get(0));
        int each = Integer.parseInt(arguments.get(1));
        Duration within = Duration.ofSeconds(Long.parseLong(arguments.get(2)));
        Path work = Main.workFolder();
        try (Service service = Service.start(work, List.of())) {
            Course course = Course.make(service.store(), service.address(), service.client(), clients);
            new Crowd(service, course, 1, Duration.ofSeconds(5)).warm();
            long before = service.count("select count(*) from submissions");
            System.out.println(Times.load());
            Crowd crowd = new Crowd(service, course, each, within);
            long start = System.nanoTime();
            crowd.come();
            System.out.printf("%d clients, %d submissions, in %.1f s%n", clients, clients * each, seconds(start));
            crowd.report(before);
            System.out.println(Times.load());
            drain(service, work, Integer.parseInt(arguments.get(3)), arguments.get(4));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** What runs for the first time is slower, and a server does not start at the deadline. */
    private void warm() throws InterruptedException {
        over.set(true);
        post("warm");
    }

    private void come() throws InterruptedException {
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String page :
                    List.of("/", "/courses/nn/assignments/hw", "/courses/nn/assignments/hw/class", "/queue")) {
                Times times = new Times();
                pages.put(page, times);
                readers.execute(() -> read(page, times));
            }
            post("run");
            over.set(true);
        }
    }

    private void post(String name) throws InterruptedException {
        List<List<byte[]>> requests = IntStream.range(0, course.students())
                .mapToObj(student -> requests(name, student))
                .toList();
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        CountDownLatch left = new CountDownLatch(course.students());
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < course.students(); client++) {
                int student = client;
                clients.execute(() -> {
                    try {
                        client(student, requests.get(student), start);
                    } finally {
                        left.countDown();
                    }
                });
            }
            left.await();
        }
    }

    private void client(int student, List<byte[]> requests, long start) {
        long step = within.toNanos() / each;
        long own = step * student / course.students();
        int answered = 0;
        try (Sender sender = course.sender()) {
            for (int number = 0; number < each; number++) {
                long moment = start + own + step * number;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, moment - System.nanoTime()));
                int status = sender.send(requests.get(number));
                long taken = System.nanoTime() - moment;
                posts.add(taken);
                slices.computeIfAbsent((moment - start) / SLICE.toNanos(), _ -> new Times())
                        .add(taken);
                statuses.merge(status, 1, Integer::sum);
                answered++;
            }
        } catch (IOException e) { // its connection is gone, and none of the rest was sent
            statuses.merge(-1, each - answered, Integer::sum);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<byte[]> requests(String name, int student) {
        return IntStream.range(0, each)
                .mapToObj(number -> course.request(
                        student,
                        name + "-" + number,
                        Work.of(student + number).json(student, number + name.hashCode())))
                .toList();
    }

    /** Teachers and students look, five times a second each. */
    private void read(String page, Times times) {
        int turn = 0;
        while (!over.get()) {
            long start = System.nanoTime();
            try {
                boolean teachers = page.endsWith("class") || page.endsWith("queue");
                HttpResponse<String> answer =
                        teachers ? course.asTeacher(page) : course.asStudent(turn++ % course.students(), page);
                times.add(System.nanoTime() - start);
                if (answer.statusCode() != 200) {
                    statuses.merge(answer.statusCode(), 1, Integer::sum);
                }
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (IOException e) {
                statuses.merge(-2, 1, Integer::sum);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void report(long before) {
        int all = course.students() * each;
        System.out.println("statuses " + statuses + " (-1: no answer)");
        System.out.println("POST of a submission: " + posts);
        slices.forEach((slice, times) ->
                System.out.println("  of those from second " + slice * SLICE.toSeconds() + ": " + times));
        pages.forEach((page, times) -> System.out.println("GET " + page + ": " + times));
        System.out.println("submissions kept: " + (service.count("select count(*) from submissions") - before) + " of "
                + all + "; with a grading each: "
                + service.count("select count(*) from (select submission from gradings group by submission"
                        + " having count(*) = 1) once")
                + "; jobs " + service.count("select count(*) from scheduled_tasks")
                + "; kept twice: "
                + service.count("select count(*) from (select digest from submissions group by digest, person"
                        + " having count(*) > 1) twice"));
    }

    private static void drain(Service service, Path work, int seconds, String sandbox) throws Exception {
        if (seconds == 0) {
            return;
        }
        String graded = "select count(*) from gradings where state = 'GRADED'";
        try (Kept worker =
                service.worker(0, "127.0.0.1", List.of(), Map.of(), List.of("--sandbox", sandbox, "--workers", "2"))) {
            for (int waited = 0; service.count(graded) == 0 && waited < 600; waited++) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            long first = service.count(graded);
            long start = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            System.out.printf(
                    "drained %.0f a minute by one worker of two threads (%s), started %d time(s); %s%n",
                    (service.count(graded) - first) / seconds(start) * 60, sandbox, worker.starts(), Times.load());
        }
        System.out.println(
                "logs in " + work + ", " + Files.size(work.resolve("server.log")) + " bytes of the server's");
    }
}
