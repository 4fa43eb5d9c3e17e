package assay.core.assignment;

import static java.util.stream.Collectors.toUnmodifiableMap;

import assay.core.assignment.AssignmentReading.Invalid;
import assay.core.assignment.AssignmentReading.Read;
import assay.core.domain.Digests;
import assay.core.domain.Limits;
import assay.core.late.LatePolicy;
import assay.core.yaml.Problems;
import assay.core.yaml.YamlFile;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import assay.kernels.call.Kernel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code <folder>/assignment.yaml}, whose form {@code assignment.schema.json} beside this class's module publishes.
 *
 * <p>All problems are found at once, and each names file, line and key. What the schema cannot say is checked here: ids
 * that overlap, references between parts, and shapes that a kernel cannot take.
 */
public final class AssignmentReader {
    /** Of the schema (JSON Schema, draft 2020-12) on the class path. */
    public static final String SCHEMA = "/assay/assignment.schema.json";

    private static final String FILE = "assignment.yaml";
    private static final List<String> KEYS = List.of(
            "id",
            "title",
            "version",
            "zone",
            "deadline",
            "late",
            "limits",
            "feedback",
            "tolerance",
            "forbidden",
            "parts");
    private static final List<String> FEEDBACK = List.of("count", "verdict", "error");
    private static final int MAXIMUM_VERSION = 1_000_000;

    private final Map<Kernel, List<String>> misconceptions;
    private final KnownNetworks networks;

    /** Takes any network; see {@link #AssignmentReader(Map, List)}. */
    public AssignmentReader(Map<Kernel, ? extends Collection<String>> misconceptions) {
        this(misconceptions, List.of());
    }

    /**
     * Reads what the goldens can serve.
     *
     * @param misconceptions the names that a case of each kernel may use
     * @param networks those that can be trained; where there is none, any id is taken
     */
    public AssignmentReader(Map<Kernel, ? extends Collection<String>> misconceptions, List<KnownNetwork> networks) {
        this.networks = new KnownNetworks(networks);
        this.misconceptions = misconceptions.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /**
     * Reads one assignment.
     *
     * @param folder named as the assignment's id
     */
    public AssignmentReading read(Path folder) {
        Path path = folder.resolve(FILE);
        Problems problems = new Problems(path.toString());
        Optional<Assignment> assignment = YamlFile.read(path, problems)
                .flatMap(file ->
                        file.root().object().map(root -> assignment(root, name(folder), Digests.of(file.bytes()))));
        return assignment.isPresent() && problems.isEmpty()
                ? new Read(assignment.get())
                : new Invalid(problems.found());
    }

    /** With placeholders for what could not be read: it is used only where there is no problem. */
    private Assignment assignment(YamlObject root, String folder, String digest) {
        root.allow(KEYS);
        ZoneId zone = root.required("zone").flatMap(TimeReader::zone).orElse(ZoneOffset.UTC);
        return new Assignment(
                root.required("id").flatMap(value -> id(value, folder)).orElse(""),
                root.required("title").flatMap(YamlValue::text).orElse(""),
                root.required("version")
                        .flatMap(value -> value.wholeNumber(1, MAXIMUM_VERSION))
                        .orElse(1),
                zone,
                root.required("deadline")
                        .flatMap(value -> TimeReader.deadline(value, zone))
                        .orElse(Instant.EPOCH),
                root.required("late").flatMap(LateReader::policy).orElse(new LatePolicy.None()),
                root.optional("limits").flatMap(LimitsReader::limits).orElse(Limits.DEFAULT),
                root.optional("feedback")
                        .flatMap(value -> value.oneOf(FEEDBACK, "feedback"))
                        .map(name -> Feedback.values()[FEEDBACK.indexOf(name)])
                        .orElse(Feedback.VERDICT),
                parts(root),
                digest,
                root.optional("forbidden").flatMap(ForbiddenReader::forbidden).orElse(ForbiddenReader.STANDARD));
    }

    private List<Part> parts(YamlObject root) {
        CasesReader cases = new CasesReader(misconceptions, ToleranceReader.within(root));
        return root.required("parts")
                .map(value -> new PartsReader(cases, networks).parts(value))
                .orElse(List.of());
    }

    private static Optional<String> id(YamlValue value, String folder) {
        return Ids.read(value)
                .flatMap(id -> id.equals(folder)
                        ? Optional.of(id)
                        : value.problem("must be the name of its folder, '" + folder + "'"));
    }

    private static String name(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }
}
