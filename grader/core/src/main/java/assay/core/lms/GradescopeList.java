package assay.core.lms;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Gradescope's submission_metadata.yml, which Ruby writes: keys are symbols, {@code :submitters:}, and tags name Ruby's
 * classes. It is read event by event and never becomes objects: a tag means nothing, and an alias is not followed.
 */
final class GradescopeList {
    /** What came of reading it. */
    sealed interface Result permits Read, Invalid {}

    record Read(List<Handed> handed) implements Result {
        Read {
            handed = List.copyOf(handed);
        }
    }

    record Invalid(String problem) implements Result {}

    /**
     * One submission; several people may have handed it in together.
     *
     * @param folder the top of its files
     */
    record Handed(String folder, List<Person> submitters, Optional<Instant> createdAt) {
        Handed {
            requireNonNull(folder, "folder is null");
            requireNonNull(createdAt, "createdAt is null");
            submitters = List.copyOf(submitters);
        }
    }

    /** Each empty where the list does not say it. */
    record Person(String name, String sid, String email) {}

    private static final int DEPTH = 40;
    private static final int MOST = 100_000;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(64 << 20)
            .build();

    private final Iterator<Event> events;
    private final List<Handed> handed = new ArrayList<>();

    private GradescopeList(Iterator<Event> events) {
        this.events = events;
    }

    static Result read(byte[] yaml) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(yaml))
                    .toString();
            GradescopeList list =
                    new GradescopeList(new Parse(SETTINGS).parseString(text).iterator());
            list.document();
            return new Read(list.handed);
        } catch (CharacterCodingException notUnicode) {
            return new Invalid(GradescopeLayout.LIST + " is not UTF-8.");
        } catch (YamlEngineException malformed) {
            return new Invalid(GradescopeLayout.LIST + " is not the list that Gradescope writes: "
                    + String.valueOf(malformed.getMessage()).lines().findFirst().orElse("") + ".");
        }
    }

    private void document() {
        Event event = events.next();
        while (!(event instanceof MappingStartEvent)) {
            if (event instanceof ScalarEvent || event instanceof SequenceStartEvent || !events.hasNext()) {
                throw new YamlEngineException("it does not begin with the name of a submission");
            }
            event = events.next();
        }
        for (event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            if (handed.size() >= MOST) {
                throw new YamlEngineException("there are more than " + MOST + " submissions");
            }
            submission(scalar(event));
        }
    }

    private void submission(String folder) {
        List<Person> submitters = new ArrayList<>();
        Optional<Instant> createdAt = Optional.empty();
        Event event = events.next();
        if (!(event instanceof MappingStartEvent)) {
            throw new YamlEngineException("'" + folder + "' holds no keys");
        }
        for (event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            String key = key(event);
            Event value = events.next();
            if (key.equals("submitters") && value instanceof SequenceStartEvent) {
                people(submitters);
            } else if (key.equals("created_at") && value instanceof ScalarEvent time) {
                createdAt = RubyTime.instant(time.getValue());
            } else {
                skip(value, 0);
            }
        }
        handed.add(new Handed(folder, submitters, createdAt));
    }

    private void people(List<Person> submitters) {
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            if (event instanceof MappingStartEvent) {
                submitters.add(person());
            } else {
                skip(event, 0);
            }
        }
    }

    private Person person() {
        String name = "";
        String sid = "";
        String email = "";
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            String key = key(event);
            Event value = events.next();
            if (!(value instanceof ScalarEvent text)) {
                skip(value, 0);
                continue;
            }
            switch (key) {
                case "name" -> name = text(text);
                case "sid" -> sid = text(text);
                case "email" -> email = text(text);
                default -> {} // of no use here
            }
        }
        return new Person(name, sid, email);
    }

    /** Ruby writes nothing at all, or a tilde, for a value that is not there. */
    private static String text(ScalarEvent event) {
        String text = event.getValue().strip();
        return event.isPlain() && (text.equals("~") || text.equals("null")) ? "" : text;
    }

    private static String key(Event event) {
        String key = scalar(event);
        return key.startsWith(":") ? key.substring(1) : key;
    }

    private static String scalar(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getValue();
        }
        throw new YamlEngineException("a key is no text");
    }

    private void skip(Event first, int depth) {
        if (depth > DEPTH) {
            throw new YamlEngineException("it is nested too deep");
        }
        if (first instanceof ScalarEvent || first instanceof AliasEvent) {
            return;
        }
        for (Event event = events.next();
                !(event instanceof MappingEndEvent) && !(event instanceof SequenceEndEvent);
                event = events.next()) {
            skip(event, depth + 1);
        }
    }
}
