package assay.sandbox.oci;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.DataSize;
import assay.sandbox.jail.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over folders that look like the kernel's. */
final class RootlessTest {
    private static final String SCOPE = "user.slice/user-1000.slice/user@1000.service/app.slice/run-1.scope";
    private static final List<String> SET_ASIDE = List.of("# of containers", "bob:100000:65536", "ada:165536:65536");

    @TempDir
    private Path folder;

    private Path groups = Path.of("");
    private Path own = Path.of("");

    @BeforeEach
    void make_groups() throws IOException {
        groups = Files.createDirectory(folder.resolve("cgroup"));
        own = Files.createDirectories(groups.resolve(SCOPE));
        Files.createFile(groups.resolve("cgroup.controllers"));
        Files.writeString(own.resolve("cgroup.controllers"), "cpuset cpu io memory pids\n");
        Files.createFile(own.resolve("cgroup.subtree_control"));
        Files.createFile(own.resolve("cgroup.procs"));
        Files.writeString(own.resolve("cgroup.type"), "domain\n");
    }

    @Test
    void a_group_of_ones_own_and_numbers_set_aside_are_enough() {
        Rights rights = granted(user("0::/" + SCOPE, SET_ASIDE, true));

        assertThat(rights.ofRoot()).isFalse();
        assertThat(rights.home()).isEqualTo(folder.resolve("assay/oci"));
        assertThat(rights.groups().of("owner")).containsExactly(own.resolve("assay/owner"));
    }

    @Test
    void a_submission_is_a_number_of_each_containers_own_and_only_its_maker_is_the_user() {
        Users users = granted(user("0::/" + SCOPE, SET_ASIDE, true)).users();

        assertThat(users.of(3).users())
                .containsExactly(new UserMap.Range(0, 1000, 1), new UserMap.Range(65532, 165539, 1));
        assertThat(users.of(3).groups())
                .containsExactly(new UserMap.Range(0, 1001, 1), new UserMap.Range(65532, 165539, 1));
        assertThat(users.of(4)).isNotEqualTo(users.of(3));
        assertThat(users.count()).isEqualTo(65_536);
    }

    @Test
    void containers_have_their_limits_below_it_and_others_make_room() throws IOException {
        ControlGroups made = granted(user("0::/" + SCOPE, SET_ASIDE, true)).groups();

        ControlGroup group = made.create("owner", "name", DataSize.ofMebibytes(256), Bounds.KERNELS);

        assertThat(group.path()).isEqualTo("/" + SCOPE + "/assay/owner/name");
        assertThat(own.resolve("assay/owner/name/memory.max")).hasContent("268435456");
        assertThat(own.resolve("cgroup.subtree_control")).hasContent("+cpu +memory +pids");
        assertThat(own.resolve("assay-callers")).isDirectory();
        assertThat(groups.resolve("cgroup.subtree_control")).doesNotExist(); // root's
    }

    @Test
    void the_next_command_finds_the_same_group_where_the_first_put_its_caller() throws IOException {
        Files.createDirectory(own.resolve("assay-callers"));

        Rights rights = granted(user("0::/" + SCOPE + "/assay-callers", SET_ASIDE, true));

        assertThat(rights.groups().of("owner")).containsExactly(own.resolve("assay/owner"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0::/                                    | cpu memory pids | ada:165536:65536 | true  | in no control group that is its user's own | systemd-run --user --scope
            0::/user.slice/user-1000.slice          | cpu memory pids | ada:165536:65536 | true  | in no control group that is its user's own | systemd-run --user --scope
            4:memory:/user.slice                    | cpu memory pids | ada:165536:65536 | true  | in no control group that is its user's own | systemd-run --user --scope
            0::/SCOPE                               | memory pids     | ada:165536:65536 | true  | may not limit cpu                          | Delegate=cpu memory pids
            0::/SCOPE                               | cpuset          | ada:165536:65536 | true  | may not limit cpu, memory, pids            | Delegate=cpu memory pids
            0::/SCOPE                               | cpu memory pids | bob:165536:65536 | true  | no numbers are set aside for containers of ada in /etc/subuid | usermod --add-subuids
            0::/SCOPE                               | cpu memory pids | ada:x:65536      | true  | no numbers are set aside for containers of ada in /etc/subuid | usermod --add-subuids
            0::/SCOPE                               | cpu memory pids | ada:165536:0     | true  | no numbers are set aside for containers of ada in /etc/subuid | usermod --add-subuids
            0::/SCOPE                               | cpu memory pids | 1000:165536:9    | false | newuidmap and newgidmap are not installed  | uidmap
            """)
    void what_is_missing_is_told_and_what_helps(
            String group, String controllers, String setAside, boolean mayMap, String why, String remedy)
            throws IOException {
        Files.writeString(own.resolve("cgroup.controllers"), controllers + "\n");

        Rights.Claim claim = Rootless.claim(user(group.replace("SCOPE", SCOPE), List.of(setAside), mayMap));

        assertThat(claim).isInstanceOfSatisfying(Rights.Claim.Refused.class, refused -> {
            assertThat(refused.obstacle().why()).contains(why);
            assertThat(refused.obstacle().remedy()).contains(remedy);
        });
    }

    @Test
    void version_1_holds_no_limits_without_root() throws IOException {
        Files.delete(groups.resolve("cgroup.controllers"));

        assertThat(Rootless.claim(user("0::/" + SCOPE, SET_ASIDE, true)))
                .isInstanceOfSatisfying(
                        Rights.Claim.Refused.class,
                        refused -> assertThat(refused.obstacle().text()).contains("version 2", "--sandbox docker"));
    }

    private static Rights granted(UserFacts user) {
        return switch (Rootless.claim(user)) {
            case Rights.Claim.Granted(Rights rights) -> rights;
            case Rights.Claim.Refused(Obstacle obstacle) -> throw new AssertionError(obstacle.text());
        };
    }

    private UserFacts user(String group, List<String> setAside, boolean mayMap) {
        return new UserFacts(
                "ada", 1000, 1001, Optional.of(folder), groups, List.of(group), List.of(), setAside, setAside, mayMap);
    }
}
