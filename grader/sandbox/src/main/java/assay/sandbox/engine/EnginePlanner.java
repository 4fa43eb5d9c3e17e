package assay.sandbox.engine;

import assay.sandbox.engine.EnginePlan.Advise;
import assay.sandbox.engine.EnginePlan.Do;
import assay.sandbox.engine.EnginePlan.Step;
import assay.sandbox.engine.HostFacts.Privilege;
import assay.sandbox.engine.HostFacts.State;
import java.util.ArrayList;
import java.util.List;

/** From facts to a plan; nothing is touched. */
final class EnginePlanner {
    static final String SOCKET = "/var/run/docker.sock";

    private EnginePlanner() {}

    static EnginePlan plan(HostFacts facts) {
        if (facts.state() == State.ANSWERS) {
            return new EnginePlan.Use();
        }
        if (facts.named().isPresent()) {
            return new Advise(
                    "no Docker engine answers at " + facts.named().get() + ", which DOCKER_HOST names",
                    "unset DOCKER_HOST");
        }
        return switch (facts.os()) {
            case LINUX -> onLinux(facts);
            case MAC ->
                facts.installed()
                        ? new Advise("Docker Desktop is not running", "open -a Docker")
                        : new Advise("there is no Docker engine", "brew install --cask docker && open -a Docker");
            case WINDOWS ->
                facts.installed()
                        ? new Advise("Docker Desktop is not running", "start it from the Start menu")
                        : new Advise("there is no Docker engine", "winget install --exact --id Docker.DockerDesktop");
            case OTHER ->
                new Advise(
                        "there is no Docker engine",
                        "name one on another machine: export DOCKER_HOST=tcp://machine:port");
        };
    }

    private static EnginePlan onLinux(HostFacts facts) {
        if (facts.state() == State.DENIED) {
            return denied(facts);
        }
        if (facts.installed()) {
            return facts.mayBecomeRoot()
                    ? new Do("start the Docker engine", started(facts))
                    : new Advise("the Docker engine is not running", "sudo systemctl start docker");
        }
        if (facts.debian() && facts.mayBecomeRoot()) {
            List<Step> steps = new ArrayList<>();
            // A foreign source that fails does not matter, nor that it is offline where the package is at hand.
            steps.add(new Step(asRoot(facts, "apt-get", "update").command(), Step.Kind.HELPFUL));
            steps.add(asRoot(
                    facts,
                    "env",
                    "DEBIAN_FRONTEND=noninteractive",
                    "apt-get",
                    "install",
                    "-y",
                    "--no-install-recommends",
                    "docker.io",
                    "iptables"));
            steps.addAll(started(facts));
            return new Do("install the package docker.io and start the Docker engine", steps);
        }
        return new Advise("there is no Docker engine", installation(facts));
    }

    private static EnginePlan denied(HostFacts facts) {
        if (!facts.mayBecomeRoot() || !facts.consented()) {
            return mayNotUse(facts.user());
        }
        return new Do(
                "let the user " + facts.user() + " use the Docker engine, which is as much as being root",
                granted(facts));
    }

    static Advise mayNotUse(String user) {
        return new Advise(
                "the user " + user + " may not use the Docker engine",
                "sudo usermod -aG docker " + user + ", and log in again");
    }

    private static List<Step> started(HostFacts facts) {
        List<Step> steps = new ArrayList<>();
        steps.add(
                facts.systemd()
                        ? asRoot(facts, "systemctl", "start", "docker")
                        : new Step(asRoot(facts, "setsid", "dockerd").command(), Step.Kind.DAEMON));
        if (facts.privilege() != Privilege.ROOT && facts.consented()) {
            steps.addAll(granted(facts));
        }
        return steps;
    }

    /**
     * For ever from the next login on, and until the engine's next start at once; as much as being root, so only where
     * somebody said yes.
     */
    private static List<Step> granted(HostFacts facts) {
        return List.of(
                asRoot(facts, "usermod", "-aG", "docker", facts.user()), asRoot(facts, "chown", facts.user(), SOCKET));
    }

    private static Step asRoot(HostFacts facts, String... command) {
        List<String> whole = new ArrayList<>();
        switch (facts.privilege()) {
            case ROOT, NONE -> {}
            case SUDO -> whole.addAll(List.of("sudo", "-n"));
            case SUDO_WITH_PASSWORD -> whole.add("sudo");
        }
        whole.addAll(List.of(command));
        return new Step(whole, Step.Kind.NEEDED);
    }

    private static String installation(HostFacts facts) {
        if (facts.debian()) {
            return "sudo apt-get install -y docker.io";
        }
        if (facts.distributions().contains("fedora")) {
            return "sudo dnf install -y moby-engine && sudo systemctl start docker";
        }
        if (facts.distributions().contains("arch")) {
            return "sudo pacman -S --noconfirm docker && sudo systemctl start docker";
        }
        if (facts.distributions().contains("suse") || facts.distributions().contains("opensuse")) {
            return "sudo zypper install -y docker && sudo systemctl start docker";
        }
        if (facts.distributions().contains("alpine")) {
            return "sudo apk add docker && sudo service docker start";
        }
        return "install it as https://docs.docker.com/engine/install/ says";
    }
}
