package assay.sandbox.doctor;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Digests;
import assay.core.port.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the spy told of a machine. Looking costs a compilation and a container, so what it told is taken again for a day,
 * while the machine has not been started anew and neither engine, runtime, images nor filter are others. What fails is
 * looked at each time.
 */
public final class SpyMemory {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path folder;
    private final InstantSource clock;
    private final Function<Sandbox, String> spy;

    /** @param folder nobody's but the grading user's; made where it is not there */
    public SpyMemory(Path folder, InstantSource clock) {
        this(folder, clock, Spy::report);
    }

    SpyMemory(Path folder, InstantSource clock, Function<Sandbox, String> spy) {
        this.folder = requireNonNull(folder, "folder is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.spy = requireNonNull(spy, "spy is null");
    }

    /** @param engine what it says of itself; empty where there is none */
    List<Check> checks(Sandbox sandbox, Optional<EngineFacts> engine) {
        TreeMap<String, String> description = new TreeMap<>(sandbox.description());
        String key = Digests.of(String.join("\n", surroundings(description, engine)).getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve(
                Digests.of((description.get("kind") + "/" + description.get("runtime")).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 16));
        return remembered(file, key).map(LockCheck::found).orElseGet(() -> LockCheck.of(() -> looked(sandbox, file, key)));
    }

    private String looked(Sandbox sandbox, Path file, String key) {
        String report = spy.apply(sandbox);
        if (LockCheck.found(report).stream().noneMatch(check -> check.status() == Check.Status.FAIL)) {
            remember(file, key + "\n" + clock.instant() + "\n" + report);
        }
        return report;
    }

    private Optional<String> remembered(Path file, String key) {
        try {
            String[] kept = Files.readString(file).split("\n", 3);
            boolean same = kept.length == 3 && kept[0].equals(key) && fresh(Instant.parse(kept[1]));
            return same ? Optional.of(kept[2]) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // then it is looked at anew
        }
    }

    /** A clock that was set back makes nothing last longer. */
    private boolean fresh(Instant then) {
        Duration age = Duration.between(then, clock.instant());
        return !age.isNegative() && age.compareTo(KEPT) < 0;
    }

    private void remember(Path file, String text) {
        try {
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, "floor", "");
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            return; // then the next run looks as well
        }
    }

    private static List<String> surroundings(TreeMap<String, String> description, Optional<EngineFacts> engine) {
        List<String> all = new ArrayList<>(List.of(Spy.source(), boot(), System.getProperty("os.version", "")));
        description.forEach((name, value) -> all.add(name + "=" + value));
        engine.ifPresent(facts -> all.addAll(facts.lines()));
        return all;
    }

    private static String boot() {
        try {
            return Files.readString(BOOT);
        } catch (IOException e) {
            return ""; // not Linux
        }
    }
}
