package assay.trainer;

import assay.runner.frame.ClassFile;
import assay.runner.frame.Failure;
import assay.training.TrainingTask;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the one class that implements {@link TrainingTask}; none of a student's code runs for it. */
final class TaskFinder {
    private TaskFinder() {}

    /** What there is to make a task by. */
    sealed interface Found {
        record Constructor(java.lang.reflect.Constructor<?> constructor) implements Found {}

        /** @param message one sentence to the student */
        record Nothing(Failure failure, String message) implements Found {}
    }

    static Found find(List<ClassFile> classes, TaskLoader loader) {
        List<Class<?>> tasks = classes.stream()
                .flatMap(file -> task(file.name(), loader).stream())
                .toList();
        if (tasks.isEmpty()) {
            return new Found.Nothing(
                    Failure.MISSING, "no class implements " + TrainingTask.class.getSimpleName() + " that can be made");
        }
        if (tasks.size() > 1) {
            String names = tasks.stream().map(Class::getName).collect(Collectors.joining(" and "));
            return new Found.Nothing(Failure.AMBIGUOUS, names + " all implement TrainingTask; keep one of them");
        }
        Class<?> task = tasks.getFirst();
        return Arrays.stream(task.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == 0)
                .findFirst()
                .<Found>map(Found.Constructor::new)
                .orElseGet(() -> new Found.Nothing(
                        Failure.NOT_INSTANTIABLE,
                        "an object of " + task.getName()
                                + " cannot be made, because it has no constructor without parameters"));
    }

    private static Optional<Class<?>> task(String name, TaskLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            boolean whole = TrainingTask.class.isAssignableFrom(type)
                    && !type.isInterface()
                    && !type.isAnonymousClass()
                    && !Modifier.isAbstract(type.getModifiers());
            return whole ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException | LinkageError | StackOverflowError | RuntimeException e) {
            return Optional.empty(); // cannot be loaded, so cannot be made
        }
    }
}
