package assay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;

/** Looks for child processes that were not there before. */
final class ProcessWatch implements HostWatch {
    private final Set<ProcessHandle> before =
            ProcessHandle.current().descendants().collect(Collectors.toUnmodifiableSet());

    @Override
    public void assertNothingLeft() {
        assertThat(ProcessHandle.current().descendants().filter(child -> !before.contains(child)))
                .as("child processes")
                .isEmpty();
    }

    @Override
    public void close() {
        // Nothing runs meanwhile.
    }
}
