package assay.sandbox.docker;

import static assay.sandbox.contract.Student.LIMITS;
import static assay.sandbox.contract.Student.call;
import static assay.sandbox.contract.Student.compile;
import static assay.sandbox.contract.Student.onThreeNumbers;
import static assay.sandbox.contract.Student.relu;
import static assay.sandbox.contract.Student.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.GraderFault;
import assay.core.port.CallOutcome;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import assay.sandbox.engine.Engine;
import assay.sandbox.image.Images;
import assay.sandbox.testing.ReadyEngine;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is left, whatever happens; and nothing of others is touched. */
@Tag("docker")
@Tag("alone")
final class LifecycleTest {
    private final Engine engine = ReadyEngine.get();

    @Test
    void closing_leaves_no_container() {
        Sandbox sandbox = DockerSandbox.open(engine, ReadyEngine.images(), DockerSettings.DEFAULT);
        SandboxSession used = sandbox.open(compile(sandbox, relu(right())), LIMITS, Pace.BRIEF);
        assertThat(used.call(onThreeNumbers(1))).isInstanceOf(CallOutcome.Returned.class);
        assertThat(containersOf(Owner.ofThisProcess(engine))).isNotEmpty();

        sandbox.close();

        assertThat(containersOf(Owner.ofThisProcess(engine))).isEmpty();
    }

    @Test
    void what_a_dead_process_left_is_removed_and_what_a_live_one_has_is_not() {
        Owner here = Owner.ofThisProcess(engine);
        String dead = create(
                new Owner(here.host(), here.boot(), here.processes(), here.user(), 4_000_000_000L, 1, here.run()));
        String elsewhere = create(new Owner("elsewhere", "boot", here.processes(), here.user(), 1, 1, here.run()));
        String alive = create(here);
        try {
            new Leftovers(engine, here).remove();

            assertThatThrownBy(() -> engine.client().inspectContainerCmd(dead).exec())
                    .isInstanceOf(NotFoundException.class);
            assertThat(engine.client().inspectContainerCmd(elsewhere).exec().getId())
                    .isEqualTo(elsewhere);
            assertThat(engine.client().inspectContainerCmd(alive).exec().getId())
                    .isEqualTo(alive);
        } finally {
            engine.client().removeContainerCmd(elsewhere).exec();
            engine.client().removeContainerCmd(alive).exec();
        }
    }

    /** A worker's own container has another name, and another space of processes, each time that it is made anew. */
    @Test
    void what_was_left_by_a_process_in_a_container_is_removed_once_that_does_not_run() {
        Owner here = Owner.ofThisProcess(engine);
        String worker = create(here);
        try {
            engine.client().startContainerCmd(worker).exec();
            String left = create(new Owner(
                    worker.substring(0, 12), here.boot(), "pid:[7]", "0", 1, 1, ContainerRun.current(engine, worker)));

            new Leftovers(engine, here).remove();
            assertThat(engine.client().inspectContainerCmd(left).exec().getId()).isEqualTo(left);

            engine.client().killContainerCmd(worker).exec();
            new Leftovers(engine, here).remove();
            assertThatThrownBy(() -> engine.client().inspectContainerCmd(left).exec())
                    .isInstanceOf(NotFoundException.class);
        } finally {
            engine.client().removeContainerCmd(worker).withForce(true).exec();
        }
    }

    /** The engine says that a container has ended when all that it said has been taken, and nobody listens any more. */
    @Test
    @Timeout(60)
    void one_that_floods_after_nonsense_is_ended() {
        String flood = """
                for (int number = 3; number < 64; number++) {
                    java.nio.file.Path link = java.nio.file.Path.of("/proc/self/fd/" + number);
                    try {
                        if (!java.nio.file.Files.readSymbolicLink(link).toString().startsWith("pipe:")) continue;
                        Thread.ofPlatform().daemon().start(() -> {
                            try (FileOutputStream out = new FileOutputStream(link.toString(), true)) {
                                while (true) out.write(new byte[1 << 16]);
                            } catch (IOException e) {
                                return;
                            }
                        });
                    } catch (IOException e) {
                        continue;
                    }
                }
                try { Thread.sleep(Long.MAX_VALUE); } catch (InterruptedException e) { }
                return input;
                """;
        try (Sandbox sandbox = DockerSandbox.open(engine, ReadyEngine.images(), DockerSettings.DEFAULT)) {
            for (int i = 0; i < 4; i++) {
                assertThat(call(sandbox, relu(flood)))
                        .isInstanceOfSatisfying(
                                CallOutcome.Killed.class,
                                killed -> assertThat(killed.cause())
                                        .isIn(CallOutcome.Cause.PROTOCOL, CallOutcome.Cause.OUTPUT));
            }
        }
        assertThat(containersOf(Owner.ofThisProcess(engine))).isEmpty();
    }

    @Test
    void a_missing_image_is_our_fault() {
        Images missing = new Images("assay-run:missing", "assay-compile:missing", "nowhere");
        try (Sandbox sandbox = DockerSandbox.open(engine, missing, DockerSettings.DEFAULT)) {
            assertThatThrownBy(() -> sandbox.compile(List.of(relu(right())), LIMITS))
                    .isInstanceOfSatisfying(
                            GraderFault.class, fault -> assertThat(fault.code()).isEqualTo(GraderFault.Code.IMAGE));
        }
    }

    @Test
    void a_container_that_somebody_removes_is_our_fault() {
        DockerSettings alone = new DockerSettings("runc", 0);
        try (Sandbox sandbox = DockerSandbox.open(engine, ReadyEngine.images(), alone);
                SandboxSession session = sandbox.open(compile(sandbox, relu(right())), LIMITS, Pace.BRIEF)) {
            containersOf(Owner.ofThisProcess(engine))
                    .forEach(id -> engine.client()
                            .removeContainerCmd(id)
                            .withForce(true)
                            .exec());

            assertThatThrownBy(() -> session.call(onThreeNumbers(1))).isInstanceOf(GraderFault.class);
        }
    }

    @Test
    void a_container_that_somebody_kills_is_our_fault() {
        DockerSettings alone = new DockerSettings("runc", 0);
        try (Sandbox sandbox = DockerSandbox.open(engine, ReadyEngine.images(), alone);
                SandboxSession session = sandbox.open(compile(sandbox, relu(right())), LIMITS, Pace.BRIEF)) {
            containersOf(Owner.ofThisProcess(engine))
                    .forEach(id -> engine.client().killContainerCmd(id).exec());

            assertThatThrownBy(() -> session.call(onThreeNumbers(1)))
                    .isInstanceOf(GraderFault.class)
                    .hasMessageContaining("something outside it killed it");
        }
    }

    @Test
    void a_container_that_somebody_asks_to_end_goes_on() {
        DockerSettings alone = new DockerSettings("runc", 0);
        try (Sandbox sandbox = DockerSandbox.open(engine, ReadyEngine.images(), alone);
                SandboxSession session = sandbox.open(compile(sandbox, relu(right())), LIMITS, Pace.BRIEF)) {
            containersOf(Owner.ofThisProcess(engine))
                    .forEach(id -> engine.client()
                            .killContainerCmd(id)
                            .withSignal("SIGTERM")
                            .exec());

            assertThat(session.call(onThreeNumbers(1))).isInstanceOf(CallOutcome.Returned.class);
        }
    }

    /** Nothing that a student does may look like that. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "List.of(137).forEach(System::exit); return input;",
                "Runtime.getRuntime().halt(137 + 256); return input;",
                "Runtime.getRuntime().halt(137); return input;",
                "Runtime.getRuntime().halt(143); return input;",
                "Runtime.getRuntime().halt(-119); return input;"
            })
    void an_exit_code_of_a_kill_is_an_exit(String body) {
        try (Sandbox sandbox = DockerSandbox.open(engine, ReadyEngine.images(), DockerSettings.DEFAULT)) {
            assertThat(call(sandbox, relu(body)))
                    .isInstanceOfSatisfying(
                            CallOutcome.Killed.class,
                            killed -> assertThat(killed.cause()).isEqualTo(CallOutcome.Cause.EXITED));
        }
    }

    @Test
    void the_description_says_what_runs() {
        try (Sandbox sandbox = DockerSandbox.open(engine, ReadyEngine.images(), DockerSettings.DEFAULT)) {
            assertThat(sandbox.description())
                    .containsEntry("kind", "docker")
                    .containsEntry("runtime", "runc")
                    .hasEntrySatisfying("image.run", id -> assertThat(id).startsWith("sha256:"));
        }
    }

    /** It waits for words of ours once it is started. */
    private String create(Owner owner) {
        return engine.client()
                .createContainerCmd(ReadyEngine.images().run())
                .withCmd("-cp", "/assay/runner.jar:/assay/kernels.jar", "assay.runner.run.RunMain")
                .withStdinOpen(true)
                .withLabels(Map.of(Owner.LABEL, owner.label()))
                .exec()
                .getId();
    }

    private List<String> containersOf(Owner owner) {
        return engine
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(Owner.LABEL, owner.label()))
                .exec()
                .stream()
                .map(container -> container.getId())
                .toList();
    }
}
