package assay.runner.run;

import assay.kernels.Form;
import assay.kernels.call.Kernel;
import assay.runner.frame.ClassFile;
import assay.runner.frame.Failure;
import assay.runner.frame.FrameLimits;
import assay.runner.frame.FromRunner;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One submission's classes, and which part they are loaded for. */
final class StudentCode {
    private final Map<String, ClassFile> files;
    private final List<Candidate> candidates;
    private OptionalInt part = OptionalInt.empty();
    private StudentLoader loader;

    /** What was looked for last since classes were loaded, and what came of it. */
    private @Nullable Kernel lastKernel;

    private Optional<Form.Kind> lastForm = Optional.empty();
    private Found lastFound = new Found.Nothing(Failure.MISSING, "");

    private StudentCode(Map<String, ClassFile> files, List<Candidate> candidates) {
        this.files = files;
        this.candidates = candidates;
        this.loader = new StudentLoader(files);
    }

    static StudentCode of(List<ClassFile> classes) {
        Map<String, ClassFile> files =
                classes.stream().collect(Collectors.toUnmodifiableMap(ClassFile::name, file -> file, (a, b) -> a));
        StudentLoader scan = new StudentLoader(files);
        List<Candidate> candidates = classes.stream()
                .flatMap(file -> Candidate.of(file, scan).stream())
                .toList();
        return new StudentCode(files, candidates);
    }

    List<FromRunner.Implementation> implementations() {
        return candidates.stream()
                .filter(candidate -> !candidate.isAbstract())
                .flatMap(Candidate::implementations)
                .limit(FrameLimits.IMPLEMENTATIONS)
                .toList();
    }

    /** Makes the next call load the classes anew, whatever its part. */
    void forgetLoaded() {
        part = OptionalInt.empty();
        loader = new StudentLoader(files);
        lastKernel = null;
    }

    /** The one class for that kernel in that form, loaded anew if the part is another than before. */
    Found find(int wantedPart, Kernel kernel, Optional<Form.Kind> form) {
        boolean again = part.isPresent() && part.getAsInt() == wantedPart && lastKernel == kernel;
        if (again && lastForm.equals(form)) { // a kernel has many cases
            return lastFound;
        }
        Found found = look(wantedPart, kernel, form);
        lastKernel = kernel;
        lastForm = form;
        lastFound = found;
        return found;
    }

    private Found look(int wantedPart, Kernel kernel, Optional<Form.Kind> form) {
        List<Candidate> all = candidates.stream()
                .filter(candidate -> candidate.implementsKernel(kernel))
                .toList();
        List<Candidate> fitting = all.stream()
                .filter(candidate -> form.isEmpty() || candidate.form().equals(form))
                .toList();
        List<Candidate> concrete =
                fitting.stream().filter(candidate -> !candidate.isAbstract()).toList();
        if (fitting.isEmpty()) {
            return new Found.Nothing(Failure.MISSING, missing(kernel, form, all));
        }
        if (concrete.isEmpty()) {
            return notInstantiable(fitting.getFirst().className(), "it is abstract");
        }
        if (concrete.size() > 1) {
            return new Found.Nothing(
                    Failure.AMBIGUOUS,
                    names(concrete) + " all implement " + description(kernel, form) + "; keep one of them");
        }
        if (part.isEmpty() || part.getAsInt() != wantedPart) {
            forgetLoaded();
            part = OptionalInt.of(wantedPart);
        }
        return instantiable(concrete.getFirst().className());
    }

    private Found instantiable(String className) {
        try {
            Class<?> type = Class.forName(className, false, loader);
            Optional<Constructor<?>> constructor = Arrays.stream(type.getDeclaredConstructors())
                    .filter(declared -> declared.getParameterCount() == 0)
                    .findFirst();
            if (constructor.isPresent()) {
                return new Found.Implementation(constructor.get(), loader);
            }
            boolean inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
            return notInstantiable(
                    className,
                    inner ? "it is an inner class; make it static" : "it has no constructor without parameters");
        } catch (ClassNotFoundException | LinkageError e) {
            return notInstantiable(className, "it cannot be loaded: " + e.getMessage());
        }
    }

    private static Found notInstantiable(String className, String why) {
        return new Found.Nothing(
                Failure.NOT_INSTANTIABLE, "an object of " + className + " cannot be made, because " + why);
    }

    /** To the student, who may have written the class but not its form. */
    private static String missing(Kernel kernel, Optional<Form.Kind> form, List<Candidate> all) {
        String sentence = "no class implements " + description(kernel, form);
        return all.isEmpty() ? sentence : sentence + "; found " + names(all) + " without that form";
    }

    private static String description(Kernel kernel, Optional<Form.Kind> form) {
        String contract = kernel.contract().getSimpleName();
        return form.map(kind -> contract + " with @Form(Form.Kind." + kind + ")")
                .orElse(contract);
    }

    private static String names(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::className).collect(Collectors.joining(" and "));
    }
}
