package assay.e2e.reliability;

import assay.server.store.Database;
import assay.server.store.DatabaseUrl;
import assay.server.store.Store;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A term written by an older version, its upgrade, the pages of a service with it, its backup, and what comes back. */
final class Term {
    private static final List<String> TABLES = List.of("submissions", "gradings", "records", "grades", "audit");

    private final Service service;
    private final Course course;
    private final String small;
    private final int times;

    private Term(Service service, Course course, String small, int times) {
        this.service = service;
        this.course = course;
        this.small = small;
        this.times = times;
    }

    /** {@code term COURSES STUDENTS-OF-THE-LARGEST STUDENTS-OF-EACH-OTHER REQUESTS}. */
    static void run(List<String> arguments) throws Exception {
        Path work = Main.workFolder();
        try (PostgresServer postgres = PostgresServer.start(work)) {
            String url = postgres.url("127.0.0.1", "postgres");
            List<Integer> sizes =
                    arguments.subList(0, 3).stream().map(Integer::valueOf).toList();
            write(url, sizes);
            upgrade(url);
            try (Service service = Service.start(work, postgres, List.of())) {
                Course course = Course.make(service.store(), service.address(), service.client(), 1);
                Term term = new Term(
                        service,
                        course,
                        "term" + Math.min(7, sizes.getFirst() - 1),
                        Integer.parseInt(arguments.get(3)));
                term.pages(service.address());
                term.backup(work);
            }
        }
    }

    /** As an older version of Assay would have. */
    private static void write(String address, List<Integer> sizes) {
        DatabaseUrl url = DatabaseUrl.parse(address);
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(url.jdbc(), url.user(), url.password())
                .locations("classpath:assay/server/db/postgresql")
                .target(TermRows.VERSION)
                .load()
                .migrate();
        long start = System.nanoTime();
        Store store = patient(address);
        new TermRows(store, sizes.get(0), sizes.get(1), sizes.get(2)).write();
        long count = store.read(tx -> tx.handle()
                .createQuery("select count(*) from gradings")
                .mapTo(Long.class)
                .one());
        say("%,d gradings written", start, count);
    }

    /** To the newest schema, as every start does. */
    private static void upgrade(String address) {
        long start = System.nanoTime();
        Database.open(DatabaseUrl.parse(address)).close();
        say("schema brought up to date from version %s", start, TermRows.VERSION);
    }

    /** By connections of its own: the service's give up what takes longer than any answer may. */
    private static Store patient(String address) {
        DatabaseUrl url = DatabaseUrl.parse(address);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url.jdbc());
        source.setUser(url.user());
        source.setPassword(url.password());
        return new Store(source, InstantSource.system());
    }

    private static void say(String text, long start, Object... values) {
        System.out.printf(
                "%s in %.1f s; %s%n", text.formatted(values), (System.nanoTime() - start) / 1e9, Times.load());
    }

    private void pages(String address) throws IOException, InterruptedException {
        Map<String, Times> all = new TreeMap<>();
        for (int time = 0; time < times; time++) {
            for (String page : List.of(
                    "/",
                    "/courses/term0/assignments/hw3/class",
                    "/courses/term0/assignments/hw3/class?sort=points&order=descending&q=p1",
                    "/courses/" + small + "/assignments/hw3/class",
                    "/courses/term0/assignments/hw3/students/p17",
                    "/api/v1/courses/term0/assignments/hw3/grades",
                    "/queue")) {
                long start = System.nanoTime();
                HttpResponse<String> answer = course.asTeacher(page);
                if (answer.statusCode() != 200) {
                    throw new IOException(page + ": " + answer.statusCode());
                }
                if (time > 0) { // the first is compiled on the way
                    all.computeIfAbsent(page, _ -> new Times()).add(System.nanoTime() - start);
                }
            }
        }
        all.forEach((page, taken) -> System.out.println("GET " + page + ": " + taken));
        System.out.println(Times.load() + ", at " + address);
    }

    private void backup(Path work) throws IOException, InterruptedException {
        Optional<Path> bin = PostgresPrograms.ofSystem();
        if (bin.isEmpty()) {
            System.out.println("no pg_dump here, so no backup");
            return;
        }
        Path dump = work.resolve("assay.dump");
        String from = service.postgres().url("127.0.0.1", "postgres");
        String to = service.postgres().url("127.0.0.1", "restored");
        long start = System.nanoTime();
        Programs.run(bin.get().resolve("pg_dump").toString(), "--format=custom", "--file=" + dump, "--dbname=" + from);
        say("pg_dump of %,d MiB", start, Files.size(dump) >> 20);
        patient(from).read(tx -> tx.handle().execute("create database restored"));
        long again = System.nanoTime();
        Programs.run(
                bin.get().resolve("pg_restore").toString(),
                "--clean",
                "--if-exists",
                "--dbname=" + to,
                dump.toString());
        say("pg_restore", again);
        Store before = patient(from);
        Store after = patient(to);
        for (String table : TABLES) {
            System.out.println(table + ": " + sum(before, table) + " before, " + sum(after, table) + " after");
        }
    }

    /** How many rows, and a digest over all of them. */
    private static String sum(Store store, String table) {
        return store.read(tx -> tx.handle()
                .createQuery("select count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                        + table + " t")
                .mapTo(String.class)
                .one());
    }
}
