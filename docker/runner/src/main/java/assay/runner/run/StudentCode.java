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

/**
 * One submission's classes, and which part they are loaded for. Each part gets them new, unless they keep nothing that
 * could tell: then they stay loaded, and what is compiled of them.
 */
final class StudentCode {
    /** None in particular, and each. */
    private static final int FORMS = 1 + Form.Kind.values().length;

    private final Map<String, ClassFile> files;
    private final List<Candidate> candidates;
    private final Keeping keeping;
    private OptionalInt part = OptionalInt.empty();
    private StudentLoader loader;
    /** What came of looking for a kernel in a form, among the classes as they are loaded now. */
    private @Nullable Found[] found = noneFound();

    /** @param loader which has initialised none of them */
    private StudentCode(
            Map<String, ClassFile> files, List<Candidate> candidates, Keeping keeping, StudentLoader loader) {
        this.files = files;
        this.candidates = candidates;
        this.keeping = keeping;
        this.loader = loader;
    }

    static StudentCode of(List<ClassFile> classes) {
        Map<String, ClassFile> files =
                classes.stream().collect(Collectors.toUnmodifiableMap(ClassFile::name, file -> file, (a, b) -> a));
        StudentLoader loader = new StudentLoader(files);
        List<Candidate> candidates = classes.stream()
                .flatMap(file -> Candidate.of(file, loader).stream())
                .toList();
        return new StudentCode(files, candidates, Keeping.of(classes, loader), loader);
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
        loader = new StudentLoader(files);
        found = noneFound();
    }

    /** Whether something may stay with a thread for as long as that lives. */
    boolean hasThreadLocals() {
        return keeping.threadLocals();
    }

    /** The one class for that kernel in that form. */
    Found find(int wantedPart, Kernel kernel, Optional<Form.Kind> form) {
        if (keeping.statics() && part.isPresent() && part.getAsInt() != wantedPart) {
            forgetLoaded();
        }
        part = OptionalInt.of(wantedPart);
        int place =
                kernel.ordinal() * FORMS + (form.isPresent() ? 1 + form.get().ordinal() : 0);
        Found known = found[place];
        if (known == null) {
            known = look(kernel, form);
            found[place] = known;
        }
        return known;
    }

    private static @Nullable Found[] noneFound() {
        return new Found[Kernel.values().length * FORMS];
    }

    private Found look(Kernel kernel, Optional<Form.Kind> form) {
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
