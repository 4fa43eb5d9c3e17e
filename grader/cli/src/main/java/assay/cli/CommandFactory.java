package assay.cli;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands; one that works at the bench takes it in its constructor. */
final class CommandFactory implements IFactory {
    private final Workbench bench;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Optional<Constructor<?>> atBench = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Workbench.class}))
                .findFirst();
        return atBench.isPresent() ? type.cast(atBench.get().newInstance(bench)) : others.create(type);
    }
}
