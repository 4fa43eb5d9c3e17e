package assay.trainer;

import assay.runner.frame.ClassFile;
import assay.runner.frame.Failure;
import assay.training.Task;
import assay.training.TrainingTask;
import java.lang.annotation.AnnotationFormatError;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the class that implements {@link TrainingTask}; none of a student's code runs for it. */
final class TaskFinder {
    private TaskFinder() {}

    /** What there is to make a task by. */
    sealed interface Found {
        record Constructor(java.lang.reflect.Constructor<?> constructor) implements Found {}

        /** @param message one sentence to the student */
        record Nothing(Failure failure, String message) implements Found {}
    }

    /** @param name of the task, as {@link Task} gives it; empty where there is only one */
    static Found find(List<ClassFile> classes, TaskLoader loader, String name) {
        List<Class<?>> tasks = classes.stream()
                .flatMap(file -> task(file.name(), loader).stream())
                .filter(type -> name.isEmpty() || isNamed(type, name))
                .toList();
        if (tasks.isEmpty()) {
            return new Found.Nothing(
                    Failure.MISSING,
                    name.isEmpty()
                            ? "no class implements TrainingTask; one that is abstract or an interface does not count"
                            : "no class that implements TrainingTask is marked @Task(\"" + name + "\")");
        }
        if (tasks.size() > 1) {
            String names = tasks.stream().map(Class::getName).collect(Collectors.joining(" and "));
            return new Found.Nothing(
                    Failure.AMBIGUOUS,
                    names + " all implement TrainingTask" + (name.isEmpty() ? "" : " as @Task(\"" + name + "\")")
                            + "; keep one of them");
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

    private static boolean isNamed(Class<?> type, String name) {
        try {
            Task task = type.getAnnotation(Task.class);
            return task != null && task.value().equals(name);
        } catch (AnnotationFormatError | LinkageError | RuntimeException e) {
            return false; // not written by a compiler
        }
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
