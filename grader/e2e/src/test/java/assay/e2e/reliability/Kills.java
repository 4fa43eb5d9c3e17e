package assay.e2e.reliability;

import assay.e2e.hostile.PrivateEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Students hand in while server, workers, PostgreSQL and the workers' engine are killed at random moments, and one worker
 * is cut off for longer than its lease. In the end every submission must have its one result, and the learning platform
 * each student's final grade.
 */
final class Kills {
    private static final int WORKERS = 3;
    private static final Duration CUT_OFF = Duration.ofSeconds(90);
    private static final int HEARTBEAT = 10;
    private static final Duration TO_THE_END = Duration.ofMinutes(40);

    private final Random random;
    private final Service service;
    private final List<Kept> workers;
    private final Optional<Namespaces> networks;
    private final Optional<PrivateEngine> engine;

    private Kills(
            long seed,
            Service service,
            List<Kept> workers,
            Optional<Namespaces> networks,
            Optional<PrivateEngine> engine) {
        this.random = new Random(seed);
        this.service = service;
        this.workers = workers;
        this.networks = networks;
        this.engine = engine;
    }

    private enum Target {
        SERVER,
        WORKER,
        POSTGRESQL,
        ENGINE
    }

    /**
     * How much of it.
     *
     * @param kills of each kind
     * @param between seconds from one to the next, on average
     * @param cut whether a worker is cut off
     * @param heartbeat seconds between a worker's signs of life; after six that are missing its jobs go to others
     */
    record Plan(int submissions, int kills, double between, String sandbox, long seed, boolean cut, int heartbeat) {}

    /** {@code kills SUBMISSIONS KILLS-OF-EACH SECONDS-BETWEEN SANDBOX SEED}; docker takes an engine of its own. */
    static void run(List<String> arguments) throws Exception {
        Plan plan = new Plan(
                Integer.parseInt(arguments.get(0)),
                Integer.parseInt(arguments.get(1)),
                Double.parseDouble(arguments.get(2)),
                arguments.get(3),
                Long.parseLong(arguments.get(4)),
                true,
                HEARTBEAT);
        run(plan, Main.workFolder());
    }

    /** @return whether all is as it should be */
    static boolean run(Plan plan, Path work) throws Exception {
        System.out.println(plan + ", logs in " + work + "; " + Times.load());
        try (LearningPlatform platform = new LearningPlatform();
                Service service = Service.start(work, List.of("--trusted-hosts", platform.host()))) {
            Cohort students = Cohort.join(service, platform, plan.submissions());
            Optional<PrivateEngine> engine = engine(work, plan.sandbox());
            Optional<Namespaces> networks = plan.cut() ? networks() : Optional.empty();
            List<Kept> workers = workers(service, networks, engine, plan);
            try {
                return new Kills(plan.seed(), service, workers, networks, engine).all(plan, students);
            } finally {
                for (Kept worker : workers) {
                    worker.close();
                }
                if (networks.isPresent()) {
                    networks.get().close();
                }
                if (engine.isPresent()) {
                    engine.get().close();
                }
            }
        }
    }

    private boolean all(Plan plan, Cohort students) throws Exception {
        students.first(); // images and goldens are made before anything is killed
        System.out.println("the first is graded; " + Times.load());
        long start = System.nanoTime();
        double seconds = plan.between() * plan.kills() * targets(engine).size();
        students.begin(Duration.ofMillis((long) (seconds * 1000)));
        kill(plan.kills(), plan.between());
        boolean ended = students.awaitEnd(TO_THE_END);
        System.out.printf(
                "%s after %.0f s; %s%n",
                ended ? "all ended" : "NOT all ended", (System.nanoTime() - start) / 1e9, Times.load());
        Cohort.Outcome outcome = students.outcome();
        System.out.println(outcome);
        System.out.println("starts: server " + service.server().starts() + ", workers "
                + workers.stream().map(Kept::starts).toList());
        return ended && outcome.good(students.expected());
    }

    private static Optional<PrivateEngine> engine(Path work, String sandbox) throws IOException, InterruptedException {
        return sandbox.equals("docker")
                ? Optional.of(PrivateEngine.in(Files.createDirectories(work.resolve("e"))))
                : Optional.empty();
    }

    private static Optional<Namespaces> networks() throws InterruptedException {
        try {
            return Optional.of(Namespaces.make(WORKERS));
        } catch (IOException e) {
            System.out.println("without networks of their own: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static List<Kept> workers(
            Service service, Optional<Namespaces> networks, Optional<PrivateEngine> engine, Plan plan)
            throws IOException {
        List<Kept> workers = new ArrayList<>();
        for (int index = 0; index < WORKERS; index++) {
            int own = index;
            workers.add(service.worker(
                    index,
                    networks.isPresent() ? Namespaces.host() : "127.0.0.1",
                    networks.map(all -> all.prefix(own)).orElse(List.of()),
                    engine.map(PrivateEngine::environment).orElse(Map.of()),
                    List.of(
                            "--sandbox",
                            plan.sandbox(),
                            "--workers",
                            "1",
                            "--heartbeat",
                            Integer.toString(plan.heartbeat()))));
        }
        return workers;
    }

    private static List<Target> targets(Optional<PrivateEngine> engine) {
        return engine.isPresent() ? List.of(Target.values()) : List.of(Target.SERVER, Target.WORKER, Target.POSTGRESQL);
    }

    private void kill(int times, double between) throws Exception {
        List<Target> all = new ArrayList<>();
        targets(engine).forEach(target -> all.addAll(Collections.nCopies(times, target)));
        Collections.shuffle(all, random);
        Thread cut = Thread.ofVirtual().start(this::cutOff);
        for (Target target : all) {
            TimeUnit.MILLISECONDS.sleep((long) (random.nextDouble() * 2 * between * 1000));
            kill(target);
        }
        cut.join();
        System.out.println(times + " kills each of " + targets(engine));
    }

    private void kill(Target target) throws Exception {
        switch (target) {
            case SERVER -> service.server().kill();
            case WORKER -> workers.get(random.nextInt(WORKERS)).kill();
            case POSTGRESQL -> service.postgres().kill(random);
            case ENGINE -> engine.orElseThrow().kill();
        }
    }

    /** A worker that works on, and cannot be heard. */
    private void cutOff() {
        if (networks.isEmpty()) {
            return;
        }
        try {
            TimeUnit.SECONDS.sleep(5);
            networks.get().cut(0);
            TimeUnit.MILLISECONDS.sleep(CUT_OFF.toMillis());
            networks.get().mend(0);
            System.out.println("one worker was cut off for " + CUT_OFF);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
