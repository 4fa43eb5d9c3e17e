package assay.server.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/** What a course's receivers are told, written down in the transaction of what it tells of; docs/webhooks.md lists them. */
public final class Events {
    /** A delivery of that kind is an event for a receiver. */
    public static final String KIND = "webhook";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Handle handle;
    private final Instant now;

    Events(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * One delivery for every receiver of a course.
     *
     * @param type such as {@code submission.graded}
     * @param data texts and numbers; {@code submission} is the one that it tells of
     */
    public void announce(String course, String type, Map<String, ?> data) {
        List<String> receivers = handle.createQuery(
                        "select id from webhook_endpoints where course = :course and disabled_at is null order by id")
                .bind("course", course)
                .mapTo(String.class)
                .list();
        if (receivers.isEmpty()) {
            return;
        }
        Map<String, Object> all = new TreeMap<>(data);
        all.put("course", course);
        Map<String, Object> event = new TreeMap<>(Map.of("type", type, "timestamp", now.toString(), "data", all));
        byte[] body = JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
        String about = String.valueOf(data.containsKey("submission") ? data.get("submission") : "");
        receivers.forEach(receiver -> deliver(course, receiver, type, about, body));
    }

    private void deliver(String course, String receiver, String type, String about, byte[] body) {
        handle.createUpdate("insert into deliveries (id, course, kind, target, subject, body, state, tries, next_at,"
                        + " last_answer, created_at, about) values (:id, :course, :kind, :target, :subject, :body,"
                        + " 'WAITING', 0, :now, '', :now, :about)")
                .bind("id", Ids.at(now))
                .bind("course", course)
                .bind("kind", KIND)
                .bind("target", receiver)
                .bind("subject", type)
                .bind("about", about)
                .bind("body", body)
                .bind("now", now)
                .execute();
    }
}
