package assay.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import assay.sandbox.engine.HostFacts.Privilege;
import assay.sandbox.engine.HostFacts.State;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnginePlannerTest {
    /** A plan is shown as its commands, joined, or as the advice. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # os    | distribution  | state   | installed | systemd | privilege          | terminal | consented | plan
            LINUX   | debian        | ANSWERS | true      | true    | NONE               | false    | false     | use
            LINUX   | debian        | NOWHERE | false     | true    | ROOT               | false    | false     | apt-get update (or not); env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends docker.io iptables; systemctl start docker
            LINUX   | ubuntu debian | NOWHERE | false     | false   | ROOT               | true     | true      | apt-get update (or not); env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends docker.io iptables; setsid dockerd &
            LINUX   | debian        | NOWHERE | true      | false   | ROOT               | false    | false     | setsid dockerd &
            LINUX   | debian        | SILENT  | true      | true    | ROOT               | false    | false     | systemctl start docker
            LINUX   | fedora        | SILENT  | true      | true    | SUDO               | false    | false     | sudo -n systemctl start docker
            LINUX   | fedora        | SILENT  | true      | true    | SUDO               | false    | true      | sudo -n systemctl start docker; sudo -n usermod -aG docker ada; sudo -n chown ada /var/run/docker.sock
            LINUX   | debian        | SILENT  | true      | true    | SUDO_WITH_PASSWORD | true     | true      | sudo systemctl start docker; sudo usermod -aG docker ada; sudo chown ada /var/run/docker.sock
            LINUX   | debian        | SILENT  | true      | true    | SUDO_WITH_PASSWORD | false    | false     | advice: sudo systemctl start docker
            LINUX   | debian        | NOWHERE | false     | true    | NONE               | true     | true      | advice: sudo apt-get install -y docker.io
            LINUX   | fedora        | NOWHERE | false     | true    | ROOT               | true     | true      | advice: sudo dnf install -y moby-engine && sudo systemctl start docker
            LINUX   | arch          | NOWHERE | false     | true    | SUDO               | true     | true      | advice: sudo pacman -S --noconfirm docker && sudo systemctl start docker
            LINUX   | alpine        | NOWHERE | false     | false   | ROOT               | true     | true      | advice: sudo apk add docker && sudo service docker start
            LINUX   | opensuse suse | NOWHERE | false     | true    | SUDO               | true     | true      | advice: sudo zypper install -y docker && sudo systemctl start docker
            LINUX   | plan9         | NOWHERE | false     | true    | ROOT               | true     | true      | advice: install it as https://docs.docker.com/engine/install/ says
            LINUX   | debian        | DENIED  | true      | true    | SUDO               | false    | false     | advice: sudo usermod -aG docker ada, and log in again
            LINUX   | debian        | DENIED  | true      | true    | SUDO               | false    | true      | sudo -n usermod -aG docker ada; sudo -n chown ada /var/run/docker.sock
            LINUX   | debian        | DENIED  | true      | true    | NONE               | true     | true      | advice: sudo usermod -aG docker ada, and log in again
            MAC     | ''            | NOWHERE | false     | false   | SUDO               | true     | true      | advice: brew install --cask docker && open -a Docker
            MAC     | ''            | SILENT  | true      | false   | SUDO               | true     | true      | advice: open -a Docker
            WINDOWS | ''            | NOWHERE | false     | false   | NONE               | true     | true      | advice: winget install --exact --id Docker.DockerDesktop
            WINDOWS | ''            | NOWHERE | true      | false   | NONE               | true     | true      | advice: start it from the Start menu
            OTHER   | ''            | NOWHERE | false     | false   | NONE               | true     | true      | advice: name one on another machine: export DOCKER_HOST=tcp://machine:port
            """)
    void from_facts_to_a_plan(
            OperatingSystem os,
            String distributions,
            State state,
            boolean installed,
            boolean systemd,
            Privilege privilege,
            boolean terminal,
            boolean consented,
            String plan) {
        HostFacts facts = new HostFacts(
                os,
                ids(distributions),
                Optional.empty(),
                state,
                installed,
                systemd,
                privilege,
                terminal,
                consented,
                "ada");

        assertThat(shown(EnginePlanner.plan(facts))).isEqualTo(plan);
    }

    @Test
    void an_engine_that_the_user_named_is_not_replaced() {
        HostFacts facts = new HostFacts(
                OperatingSystem.LINUX,
                Set.of("debian"),
                Optional.of("tcp://far:2375"),
                State.SILENT,
                false,
                true,
                Privilege.ROOT,
                false,
                false,
                "root");

        assertThat(EnginePlanner.plan(facts))
                .isEqualTo(new EnginePlan.Advise(
                        "no Docker engine answers at tcp://far:2375, which DOCKER_HOST names", "unset DOCKER_HOST"));
    }

    private static Set<String> ids(String distributions) {
        return Arrays.stream(distributions.split(" ", -1))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String shown(EnginePlan.Step step) {
        return switch (step.kind()) {
            case NEEDED -> step.toString();
            case HELPFUL -> step + " (or not)";
            case DAEMON -> step + " &";
        };
    }

    private static String shown(EnginePlan plan) {
        return switch (plan) {
            case EnginePlan.Use() -> "use";
            case EnginePlan.Advise(String why, String remedy) -> "advice: " + remedy;
            case EnginePlan.Do(String what, List<EnginePlan.Step> steps) ->
                steps.stream().map(EnginePlannerTest::shown).collect(Collectors.joining("; "));
        };
    }
}
