package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** One system that sends a course events: what it calls our assignments and students, and what became of its events. */
public record SourcePage(
        Frame frame,
        Link back,
        String address,
        String standing,
        boolean instructor,
        String done,
        List<String> problems,
        List<Name> names,
        List<String> assignments,
        List<Event> events) {
    /** @param assignment empty where it names a student alone; so is {@code student} where it names an assignment */
    public record Name(String name, String assignment, String student) {
        public Name {
            requireNonNull(name, "name is null");
            requireNonNull(assignment, "assignment is null");
            requireNonNull(student, "student is null");
        }
    }

    /** What came, and what became of it. */
    public record Event(String received, String type, String state, String reason) {
        public Event {
            requireNonNull(received, "received is null");
            requireNonNull(type, "type is null");
            requireNonNull(state, "state is null");
            requireNonNull(reason, "reason is null");
        }
    }

    public SourcePage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(address, "address is null");
        requireNonNull(standing, "standing is null");
        requireNonNull(done, "done is null");
        problems = List.copyOf(problems);
        names = List.copyOf(names);
        assignments = List.copyOf(assignments);
        events = List.copyOf(events);
    }
}
