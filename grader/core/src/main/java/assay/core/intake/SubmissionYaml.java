package assay.core.intake;

import assay.core.domain.Extension;
import assay.core.domain.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads {@code submission.yaml}: {@code submitted_at} and perhaps {@code extension}; other keys are left alone. Read
 * token by token, never as objects: no alias is expanded and no tag means anything.
 */
final class SubmissionYaml {
    static final String NAME = "submission.yaml";
    private static final int LARGEST = 16 << 10;

    private final JsonParser parser;
    private final Set<String> seen = new HashSet<>();
    private @Nullable Instant submittedAt;
    private @Nullable Extension extension;

    private SubmissionYaml(JsonParser parser) {
        this.parser = parser;
    }

    static HandIn read(Path file) throws Refusal {
        byte[] bytes;
        try {
            bytes = Bytes.read(file, LARGEST);
        } catch (IOException unreadable) {
            throw new Refusal(NAME + " " + Bytes.why(unreadable));
        }
        return read(bytes);
    }

    static HandIn read(byte[] bytes) throws Refusal {
        String text = SourceText.decode(NAME, bytes);
        try (JsonParser parser = YAMLFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
            return new SubmissionYaml(parser).read();
        } catch (JacksonException malformed) {
            throw new Refusal(at(malformed.getLocation()) + "this is not YAML.");
        }
    }

    private HandIn read() throws Refusal {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Refusal(NAME + " does not hold keys and values; it needs submitted_at.");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            if (!seen.add(key)) {
                throw problem("the key " + Shown.quoted(key) + " stands here twice");
            }
            parser.nextToken();
            switch (key) {
                case "submitted_at" -> submittedAt = value(key, TimeParser.instant(scalar(key)));
                case "extension" -> extension = value(key, TimeParser.extension(scalar(key)));
                default -> parser.skipChildren();
            }
        }
        if (submittedAt == null) {
            throw new Refusal(NAME + " does not say when this was handed in; it needs submitted_at.");
        }
        return new HandIn(submittedAt, Optional.ofNullable(extension), List.of(notice(submittedAt)));
    }

    /** Whoever could write into the folder could write this, so a teacher should see what it grants. */
    private Notice notice(Instant handedIn) {
        String granted = extension == null
                ? ""
                : " It also grants more time: "
                        + switch (extension) {
                            case Extension.Until(Instant until) -> "until " + until;
                            case Extension.By(Duration by) -> by.toString();
                        }
                        + ". Make sure that this was you.";
        return new Notice("The time of handing in, " + handedIn + ", is what submission.yaml says." + granted);
    }

    private String scalar(String key) throws Refusal {
        if (!parser.currentToken().isScalarValue()) {
            throw problem(key + " is not a single value");
        }
        return parser.getString().strip();
    }

    private <T> T value(String key, Parsed<T> parsed) throws Refusal {
        return switch (parsed) {
            case Parsed.Value<T>(T value) -> value;
            case Parsed.Bad<T>(String why) -> throw problem(key + ": " + why);
        };
    }

    private Refusal problem(String what) {
        return new Refusal(at(parser.currentTokenLocation()) + what + ".");
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null
                ? NAME + ": "
                : "%s, line %d, column %d: ".formatted(NAME, location.getLineNr(), location.getColumnNr());
    }
}
