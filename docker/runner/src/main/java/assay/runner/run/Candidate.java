package assay.runner.run;

import assay.kernels.Form;
import assay.kernels.call.Kernel;
import assay.runner.frame.ClassFile;
import assay.runner.frame.FromRunner;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.constant.ClassDesc;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A student's class that implements kernels.
 *
 * @param isAbstract whether only its subclasses can be made
 */
record Candidate(String className, List<Kernel> kernels, Optional<Form.Kind> form, boolean isAbstract) {
    private static final ClassDesc FORM = Form.class.describeConstable().orElseThrow();

    Candidate {
        kernels = List.copyOf(kernels);
    }

    /** The class, if it implements a kernel; it is loaded by that loader, and neither it nor another is initialised. */
    static Optional<Candidate> of(ClassFile file, StudentLoader loader) {
        try {
            Class<?> type = Class.forName(file.name(), false, loader);
            List<Kernel> kernels = Arrays.stream(Kernel.values())
                    .filter(kernel -> kernel.contract().isAssignableFrom(type))
                    .toList();
            if (kernels.isEmpty() || type.isInterface() || type.isAnonymousClass() || type.isLocalClass()) {
                return Optional.empty();
            }
            return Optional.of(new Candidate(
                    file.name(), kernels, formOf(file.bytes()), Modifier.isAbstract(type.getModifiers())));
        } catch (ClassNotFoundException | LinkageError | StackOverflowError | RuntimeException e) {
            // Cannot be loaded, so cannot be called; nor can what needs it.
            return Optional.empty();
        }
    }

    boolean implementsKernel(Kernel kernel) {
        return kernels.contains(kernel);
    }

    Stream<FromRunner.Implementation> implementations() {
        return kernels.stream().map(kernel -> new FromRunner.Implementation(kernel, form, className));
    }

    /**
     * The value of {@code @Form}, read from the class file: {@code Class.getAnnotation} would initialise the enums that
     * other annotations of the class name, and with them the student's code.
     */
    private static Optional<Form.Kind> formOf(byte[] classFile) {
        if (!new String(classFile, StandardCharsets.ISO_8859_1).contains(FORM.descriptorString())) {
            return Optional.empty(); // most classes have none, and to read one takes a while in a new JVM
        }
        return java.lang.classfile.ClassFile.of()
                .parse(classFile)
                .findAttribute(Attributes.runtimeVisibleAnnotations())
                .flatMap(attribute -> attribute.annotations().stream()
                        .filter(annotation -> annotation.classSymbol().equals(FORM))
                        .flatMap(Candidate::kinds)
                        .findFirst());
    }

    private static Stream<Form.Kind> kinds(Annotation form) {
        return form.elements().stream()
                .map(element -> element.value() instanceof AnnotationValue.OfEnum value
                        ? value.constantName().stringValue()
                        : "")
                .flatMap(name -> Arrays.stream(Form.Kind.values())
                        .filter(kind -> kind.name().equals(name)));
    }
}
