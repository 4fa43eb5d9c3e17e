package assay.sandbox.oci;

import assay.sandbox.oci.Rights.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Containers without root. The kernel lets anybody make them; what it takes for more are limits that hold, so a control
 * group of version 2 that is handed to the user, and users that are nobody, which the machine sets aside.
 */
final class Rootless {
    private static final String OR_ELSE = ", or run this as root, or take --sandbox docker";
    private static final String DELEGATE =
            "begin the command with: systemd-run --user --scope -p Delegate=yes" + OR_ELSE;

    private Rootless() {}

    static Claim claim(UserFacts user) {
        Path groups = user.groups();
        if (Files.notExists(groups.resolve("cgroup.controllers"))) {
            return refused(
                    "without root only control groups of version 2 hold limits, and this machine has version 1",
                    "boot with systemd.unified_cgroup_hierarchy=1" + OR_ELSE);
        }
        Optional<Path> own = ControlGroupsV2.delegated(groups, user.ownGroups());
        if (own.isEmpty()) {
            return refused("this process is in no control group that is its user's own", DELEGATE);
        }
        List<String> missing = missing(own.get());
        if (!missing.isEmpty()) {
            return refused(
                    "the control group " + own.get() + " may not limit " + String.join(", ", missing),
                    "as root, in /etc/systemd/system/user@.service.d/delegate.conf the lines [Service] and"
                            + " Delegate=cpu memory pids, then a new login" + OR_ELSE);
        }
        return withUsers(user, new ControlGroupsV2(groups, own.get()));
    }

    private static Claim withUsers(UserFacts user, ControlGroups groups) {
        Optional<SubordinateIds> users = SubordinateIds.of(user.users(), user.name(), user.number());
        Optional<SubordinateIds> userGroups = SubordinateIds.of(user.userGroups(), user.name(), user.number());
        if (users.isEmpty() || userGroups.isEmpty()) {
            return refused(
                    "no numbers are set aside for containers of " + user.name() + " in "
                            + (users.isEmpty() ? "/etc/subuid" : "/etc/subgid"),
                    "as root: usermod --add-subuids 100000-165535 --add-subgids 100000-165535 " + user.name()
                            + OR_ELSE);
        }
        if (!user.mayMap()) {
            return refused(
                    "newuidmap and newgidmap are not installed",
                    "the package uidmap (Debian, Ubuntu) or shadow-utils (Fedora)" + OR_ELSE);
        }
        if (user.folder().filter(Files::isDirectory).isEmpty()) {
            return refused(
                    "neither XDG_RUNTIME_DIR nor RUNTIME_DIRECTORY names a folder",
                    "a login that systemd knows of, or RuntimeDirectory= in the service's unit" + OR_ELSE);
        }
        return new Claim.Granted(new Rights(
                false,
                user.folder().get().resolve("assay").resolve("oci"),
                groups,
                new Users.SetAside(user.number(), user.group(), users.get(), userGroups.get())));
    }

    private static List<String> missing(Path group) {
        try {
            List<String> handed = Arrays.asList(Files.readString(group.resolve("cgroup.controllers"))
                    .strip()
                    .split(" ", -1));
            return ControlGroupsV2.CONTROLLERS.stream()
                    .filter(controller -> !handed.contains(controller))
                    .toList();
        } catch (IOException e) {
            return ControlGroupsV2.CONTROLLERS;
        }
    }

    private static Claim refused(String why, String remedy) {
        return new Claim.Refused(new Obstacle(why, remedy));
    }
}
