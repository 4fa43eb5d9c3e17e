package assay.e2e.reliability;

import static java.util.Objects.requireNonNull;

import assay.server.secret.Tokens;
import assay.server.store.Role;
import assay.server.store.Scope;
import assay.server.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A course in a running service: its students with a token each, a teacher, and a small homework of two kernels. */
final class Course {
    static final String ID = "nn";
    static final String HOMEWORK = "hw";
    static final String BASE = "/api/v1/courses/" + ID + "/assignments/" + HOMEWORK;
    private static final String TEACHER = "tess";

    private final String address;
    private final HttpClient client;
    private final List<String> tokens;
    private final String teacher;

    private Course(String address, HttpClient client, List<String> tokens, String teacher) {
        this.address = address;
        this.client = client;
        this.tokens = tokens;
        this.teacher = teacher;
    }

    /** Enrols by the store, publishes as a teacher would. */
    static Course make(Store store, String address, HttpClient client, int students)
            throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        String teacher = Tokens.draw();
        store.write(tx -> {
            tx.courses().add(ID, "Neural networks");
            tx.people().put(TEACHER, "Tess", "");
            tx.people().enrol(ID, TEACHER, Role.INSTRUCTOR);
            tx.people().makeAdmin(TEACHER);
            tx.credentials()
                    .addToken(
                            Tokens.hash(teacher),
                            TEACHER,
                            Scope.ADMIN,
                            "",
                            "t",
                            tx.now().plus(Duration.ofDays(9)));
            for (int index = 0; index < students; index++) {
                String token = Tokens.draw();
                tokens.add(token);
                tx.people().put(student(index), "Student " + index, "");
                tx.people().enrol(ID, student(index), Role.STUDENT);
                tx.credentials()
                        .addToken(
                                Tokens.hash(token),
                                student(index),
                                Scope.ADMIN,
                                "",
                                "t",
                                tx.now().plus(Duration.ofDays(9)));
            }
            return true;
        });
        Course course = new Course(address, client, List.copyOf(tokens), teacher);
        course.publish();
        return course;
    }

    static String student(int index) {
        return "student-" + index;
    }

    int students() {
        return tokens.size();
    }

    private void publish() throws IOException, InterruptedException {
        require(send(request(teacher, BASE)
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString(homework()))
                .build()));
        require(send(request(teacher, BASE + "/rules")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"counting\":\"last\"}"))
                .build()));
    }

    private static void require(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + requireNonNull(token, "token is null"));
    }

    HttpResponse<String> asTeacher(String path) throws IOException, InterruptedException {
        return send(request(teacher, path).header("Accept", "text/html").build());
    }

    HttpResponse<String> asStudent(int student, String path) throws IOException, InterruptedException {
        return send(
                request(tokens.get(student), path).header("Accept", "text/html").build());
    }

    /** Under a key, so that it may be sent again. */
    HttpResponse<String> handIn(int student, String key, String json) throws IOException, InterruptedException {
        return send(request(tokens.get(student), BASE + "/submissions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
                .build());
    }

    /** The same request, made before it is sent. */
    byte[] request(int student, String key, String json) {
        return Sender.post(URI.create(address), BASE + "/submissions", tokens.get(student), key, json);
    }

    Sender sender() throws IOException {
        return new Sender(URI.create(address));
    }

    private static String homework() {
        return """
            id: hw
            title: Homework
            version: 1
            zone: Europe/Zurich
            deadline: 2099-01-01T00:00:00+01:00
            late: { per-day: 10%, basis: maximum }
            feedback: verdict
            tolerance: { relative: 1.0e-8, absolute: 1.0e-12 }
            parts:
              - id: relu
                title: Rectifier
                points: 6
                kernel: relu
                cases:
                  - { id: short, visibility: public, arguments: { input: { normal: [16] } } }
                  - { id: long, visibility: hidden, arguments: { input: { normal: [512] } } }
              - id: sigmoid
                title: Sigmoid
                points: 4
                kernel: sigmoid
                cases:
                  - { id: short, visibility: public, arguments: { input: { normal: [16] } } }
                  - { id: long, visibility: hidden, arguments: { input: { normal: [512] } } }
            """;
    }

    /** The homework as it is published. */
    static byte[] yaml() {
        return homework().getBytes(StandardCharsets.UTF_8);
    }
}
