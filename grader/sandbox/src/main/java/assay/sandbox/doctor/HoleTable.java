package assay.sandbox.doctor;

import java.util.List;

/**
 * The holes that are known to this program. From the security advisories of opencontainers/runc, containerd/containerd
 * and moby/moby and from the kernel's CVE records, as of {@value #AS_OF}.
 */
final class HoleTable {
    static final String AS_OF = "2026-09";

    private static final String OUR_IMAGES =
            "images, working folder and mounts are ours, and nothing enters a container";
    private static final String NO_CRI = "it takes Kubernetes' interface, which the Docker engine does not use";
    static final String FILTERED = "our filter refuses the system calls that it takes: ";

    static final List<KnownHole> ALL = List.of(
            runc("CVE-2019-5736", "1.0.0-rc7", "overwrite the runtime's own program on the machine"),
            runc("CVE-2021-30465", "1.0.0-rc95", "mount a folder of the machine, by a race"),
            runc("CVE-2021-43784", "1.0.3", "choose other settings for a container, by a very long one"),
            runc("CVE-2022-29162", "1.1.2", "hold inheritable capabilities"),
            hole(
                    "runc",
                    "CVE-2023-25809",
                    "1.1.5",
                    "write to control groups of the user that runs it, where it runs without root",
                    "it takes to be root in the container"),
            runc("CVE-2023-27561", "1.1.5", "leave /proc unprotected, by a symbolic link in an image"),
            runc("CVE-2023-28642", "1.1.5", "go round AppArmor, by a symbolic link in an image"),
            runc("CVE-2024-21626", "1.1.12", "leave the container, by a descriptor that the runtime leaks"),
            runc("CVE-2024-45310", "1.1.14 1.2.0-rc3", "make empty files on the machine, by a race in shared mounts"),
            runc(
                    "CVE-2025-31133",
                    "1.2.8 1.3.3 1.4.0-rc3",
                    "write to the machine's /proc, by a /dev/null that is a link"),
            runc(
                    "CVE-2025-52565",
                    "1.2.8 1.3.3 1.4.0-rc3",
                    "write to the machine's /proc, by a race over /dev/console"),
            runc(
                    "CVE-2025-52881",
                    "1.2.8 1.3.3 1.4.0-rc3",
                    "turn the runtime's own writes elsewhere, by shared mounts"),
            runc("CVE-2026-41579", "1.3.6 1.4.3 1.5.0-rc3", "write to some of the machine, by a /dev that is a link"),
            hole(
                    "containerd",
                    "CVE-2020-15257",
                    "1.3.9 1.4.3",
                    "reach the engine's control socket from the machine's network",
                    "containers have no network but their own"),
            hole(
                    "containerd",
                    "CVE-2022-23648",
                    "1.4.13 1.5.10 1.6.1",
                    "read the machine's files, by an image",
                    NO_CRI),
            hole(
                    "containerd",
                    "CVE-2024-40635",
                    "1.6.38 1.7.27 2.0.4",
                    "run as root by a user number that is too large",
                    "the user is a small number of ours"),
            hole(
                    "containerd",
                    "CVE-2024-25621",
                    "1.7.29 2.0.7 2.1.5 2.2.0",
                    "let users of the machine into the engine's folders",
                    "it takes an account on the machine"),
            hole(
                    "containerd",
                    "CVE-2025-64329",
                    "1.7.29 2.0.7 2.1.5 2.2.0",
                    "use up the machine's memory, by attaching",
                    NO_CRI),
            hole(
                    "containerd",
                    "CVE-2026-46680",
                    "1.7.32 2.0.9 2.2.4 2.3.1",
                    "run as root by a user that an image names",
                    "the user is a small number of ours"),
            hole(
                    "containerd",
                    "CVE-2026-47262",
                    "1.7.33 2.0.10 2.1.9 2.2.5 2.3.2",
                    "use up the machine's memory, by an image",
                    OUR_IMAGES),
            hole(
                    "containerd",
                    "CVE-2026-53488",
                    "1.7.33 2.0.10 2.1.9 2.2.5 2.3.2",
                    "run a command, by an image",
                    NO_CRI),
            hole(
                    "docker",
                    "CVE-2022-24769",
                    "20.10.14",
                    "hold inheritable capabilities",
                    "all capabilities are dropped, and no-new-privileges is set"),
            hole(
                    "docker",
                    "CVE-2024-24557",
                    "24.0.9 25.0.2",
                    "poison the cache of builds",
                    "images are built from our own files alone"),
            hole(
                    "docker",
                    "CVE-2024-41110",
                    "23.0.15 25.0.6 26.1.5 27.1.1",
                    "go round a plug-in that authorises requests",
                    "no request comes from a container"),
            hole(
                    "docker",
                    "CVE-2026-34040",
                    "29.3.1",
                    "go round a plug-in that authorises requests",
                    "no request comes from a container"),
            new KnownHole(
                    "kernel",
                    "CVE-2016-5195",
                    "2.6.22",
                    "4.4.26 4.7.9 4.8.3",
                    "write to files that may only be read",
                    ""),
            kernel(
                    "CVE-2022-0847",
                    "5.8",
                    "5.10.102 5.15.25 5.16.11",
                    "write to files that may only be read",
                    "splice"),
            kernel("CVE-2022-0185", "5.1", "5.4.173 5.10.93 5.15.16 5.16.2", "write to the kernel's memory", "fsopen"),
            kernel(
                    "CVE-2022-0492",
                    "2.6.24",
                    "4.9.301 4.14.266 4.19.229 5.4.177 5.10.97 5.15.20 5.16.6",
                    "run a program of the machine, by control groups of version 1",
                    "unshare, mount"),
            kernel(
                    "CVE-2024-1086",
                    "3.15",
                    "5.15.149 6.1.76 6.6.15 6.7.3",
                    "become root of the machine, by its packet filter",
                    "unshare, sockets of AF_NETLINK"));

    private HoleTable() {}

    private static KnownHole runc(String id, String mended, String means) {
        return hole("runc", id, mended, means, OUR_IMAGES);
    }

    private static KnownHole hole(String program, String id, String mended, String means, String outOfReach) {
        return new KnownHole(program, id, "0", mended, means, outOfReach);
    }

    private static KnownHole kernel(String id, String since, String mended, String means, String calls) {
        return new KnownHole("kernel", id, since, mended, means, FILTERED + calls);
    }
}
