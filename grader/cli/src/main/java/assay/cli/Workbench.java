package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.AssignmentReader;
import assay.core.assignment.AssignmentReading;
import assay.core.assignment.Part.TrainingPart;
import assay.core.port.GoldenSource;
import assay.core.port.ReferenceNetworks;
import assay.core.port.Sandbox;
import assay.core.port.TrainingGround;
import assay.core.yaml.Problem;
import assay.golden.data.DataFolder;
import assay.golden.data.DataSet;
import assay.golden.misconception.Misconceptions;
import assay.golden.network.ReferenceNetworksOfSeeds;
import assay.golden.network.TorchNetworks;
import assay.golden.store.GoldenStore;
import assay.golden.torch.PyTorch;
import assay.sandbox.doctor.Floor;
import assay.sandbox.doctor.SpyMemory;
import assay.sandbox.process.ProcessSandbox;
import assay.sandbox.process.ProcessTrainerJails;
import assay.sandbox.session.JailedTrainingGround;
import assay.sandbox.train.TrainerKit;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What commands work with: this is where the rooms of the house are wired together. */
final class Workbench {
    private static final int STARTED_AHEAD = 2;

    private final Installation installation;
    private final Console console;
    private final InstantSource clock;
    private final Map<String, String> environment;

    Workbench(Installation installation, Console console, InstantSource clock, Map<String, String> environment) {
        this.installation = requireNonNull(installation, "installation is null");
        this.console = requireNonNull(console, "console is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.environment = Map.copyOf(environment);
    }

    Installation installation() {
        return installation;
    }

    Console console() {
        return console;
    }

    InstantSource clock() {
        return clock;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** The assignment, read and checked; every problem with its file becomes the command's. */
    Assignment assignment(String idOrPath) {
        Path folder = installation.assignment(idOrPath);
        return switch (new AssignmentReader(Misconceptions.names(), ReferenceNetworksOfSeeds.known()).read(folder)) {
            case AssignmentReading.Read(Assignment assignment) -> assignment;
            case AssignmentReading.Invalid(List<Problem> problems) ->
                throw new UsageProblem(problems.stream().map(Problem::toString).toList());
        };
    }

    GoldenSource goldens() {
        return GoldenStore.in(installation.cache().resolve("goldens"), installation.config());
    }

    /** Where strangers' code runs, as the options say. */
    Sandbox sandbox(SandboxOptions options) {
        return sandbox(options, STARTED_AHEAD);
    }

    /** The same, with nothing started before it is asked for. */
    Sandbox coldSandbox(SandboxOptions options) {
        return sandbox(options, 0);
    }

    private Sandbox sandbox(SandboxOptions options, int ahead) {
        return switch (options.sandbox) {
            case DOCKER -> containers().open(options, ahead);
            case OCI -> new RuntimeContainers(installation, console, clock).open(options, ahead);
            case PROCESS -> {
                String user = environment.getOrDefault("ASSAY_SANDBOX_USER", "");
                if (!user.isEmpty()) {
                    yield ProcessSandbox.openAs(user);
                }
                console.say("Warning: --sandbox process runs submissions as you. They can read your files and use the"
                        + " network; only time, memory and output are limited.");
                yield processSandbox();
            }
        };
    }

    /**
     * What the machine enforces on that sandbox, in a word or two for the provenance.
     *
     * @throws UsageProblem where it is too little for strangers' code, and the options do not accept that
     */
    String floor(SandboxOptions options, Sandbox sandbox) {
        if (options.sandbox == SandboxOptions.SandboxKind.PROCESS) {
            return "none";
        }
        SpyMemory memory = new SpyMemory(installation.cache().resolve("floor"), clock);
        Floor floor = options.sandbox == SandboxOptions.SandboxKind.DOCKER
                ? containers().floor(options, sandbox, memory)
                : Floor.of(sandbox, memory);
        if (!floor.met() && !options.belowFloor) {
            throw new UsageProblem(Stream.concat(
                                    Stream.of("Strangers' code should not be graded on this machine:"),
                                    floor.below().stream().map(check -> "  " + check.name() + ": " + check.detail()))
                            .collect(Collectors.joining(System.lineSeparator()))
                    + System.lineSeparator()
                    + "assay doctor says what helps. With --below-floor it is graded all the same, and the results say"
                    + " so.");
        }
        return floor.summary();
    }

    Containers containers() {
        return new Containers(installation, console, environment);
    }

    /** Where the data sets lie. */
    DataFolder data() {
        String named = environment.getOrDefault("ASSAY_DATA", "");
        return new DataFolder(named.isEmpty() ? installation.cache().resolve("data") : Path.of(named));
    }

    /**
     * Sees that the data is there before anything is begun.
     *
     * @param training whether it is trained on; otherwise weights are measured
     */
    void requireData(Assignment assignment, boolean training) {
        assignment.parts().stream()
                .filter(TrainingPart.class::isInstance)
                .flatMap(part -> DataSet.named(((TrainingPart) part).spec().data()).stream())
                .flatMap(set -> data().missing(set, training).stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw new UsageProblem(problem + ".");
                });
    }

    /** For assignments that train: in containers or in child processes, as the options say. */
    TrainingGround trainingGround(SandboxOptions options) {
        return trainingGround(options, TrainingData.of(data()));
    }

    /** The same over that data. */
    TrainingGround trainingGround(SandboxOptions options, TrainingData data) {
        return switch (options.sandbox) {
            case DOCKER -> containers().openTraining(options, data);
            case PROCESS -> processTrainingGround(data);
            case OCI -> new RuntimeContainers(installation, console, clock).openTraining(options, data);
        };
    }

    /** For training code of one's own. */
    TrainingGround processTrainingGround() {
        return processTrainingGround(TrainingData.of(data()));
    }

    private static TrainingGround processTrainingGround(TrainingData data) {
        return new JailedTrainingGround(
                new ProcessTrainerJails(
                        Path.of(System.getProperty("java.home")),
                        TrainerKit.ofThisProgram(),
                        data::prepared,
                        Runtime.getRuntime().availableProcessors()),
                data);
    }

    ReferenceNetworks networks() {
        return new TorchNetworks(data(), PyTorch::load);
    }

    /** For code of one's own. */
    Sandbox processSandbox() {
        return ProcessSandbox.open();
    }
}
