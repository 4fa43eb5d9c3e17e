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
import org.postgresql.ds.PGSimpleDataSource;

/** The pages of a service with a term behind it, its upgrade, its backup, and what comes back from that. */
final class Term {
    private static final List<String> TABLES = List.of("submissions", "gradings", "records", "grades", "audit");

    private final Service service;
    private final Course course;
    private final int times;

    private Term(Service service, Course course, int times) {
        this.service = service;
        this.course = course;
        this.times = times;
    }

    /** {@code term COURSES STUDENTS-OF-THE-LARGEST STUDENTS-OF-EACH-OTHER REQUESTS}. */
    static void run(List<String> arguments) throws Exception {
        Path work = Main.workFolder();
        try (Service service = Service.start(work, List.of())) {
            Course course = Course.make(service.store(), service.address(), service.client(), 1);
            long start = System.nanoTime();
            new TermRows(
                            patient(service.postgres().url("127.0.0.1", "postgres")),
                            Integer.parseInt(arguments.get(0)),
                            Integer.parseInt(arguments.get(1)),
                            Integer.parseInt(arguments.get(2)))
                    .write();
            say("%,d gradings written", start, service.count("select count(*) from gradings"));
            Term term = new Term(service, course, Integer.parseInt(arguments.get(3)));
            term.pages(service.address());
            term.upgrade();
            term.backup(work);
        }
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
                    "/courses/term7/assignments/hw3/class",
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

    /** From the schema of version 104 to the newest. */
    private void upgrade() {
        patient(service.postgres().url("127.0.0.1", "postgres")).write(tx -> {
            tx.handle().execute("alter table deliveries drop column about");
            tx.handle().execute("drop table comparison_left_out, comparison_pairs, comparisons");
            tx.handle().execute("drop index gradings_tag");
            tx.handle().execute("alter table lti_scores drop column tried_given");
            return tx.handle().execute("delete from flyway_schema_history where cast(version as integer) > 104");
        });
        long start = System.nanoTime();
        Database.open(DatabaseUrl.parse(service.postgres().url("127.0.0.1", "postgres")))
                .close();
        say("schema brought up to date", start);
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
