package assay.core.policy;

import assay.core.port.Classes;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads class files that anybody may have written. Whatever they hold, the answer is a value. */
final class ClassScanner {
    private static final String CONSTRUCTOR = "<init>";
    private static final int NAME_CAP = 100;

    private final Allowance allowance = new Allowance();

    private ClassScanner() {}

    static Scan scan(Classes classes) {
        ClassScanner scanner = new ClassScanner();
        Map<String, ScannedClass> scanned = new LinkedHashMap<>();
        for (Classes.ClassFile file : classes.files()) {
            try {
                ScannedClass read = scanner.read(file.bytes());
                if (!read.name().equals(file.name()) || scanned.put(read.name(), read) != null) {
                    return unreadable(file);
                }
            } catch (Allowance.Exceeded e) {
                return new Scan.Unreadable("The submission has more code than any honest one.");
            } catch (RuntimeException | StackOverflowError e) { // the reader's ways to say that this is no class file
                return unreadable(file);
            }
        }
        return new Scan.Read(scanned);
    }

    private static Scan unreadable(Classes.ClassFile file) {
        String name =
                file.name().length() <= NAME_CAP ? file.name() : file.name().substring(0, NAME_CAP) + "…";
        return new Scan.Unreadable("The class file of " + name + " is not one that a Java compiler writes.");
    }

    private ScannedClass read(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        Names names = new Names();
        String name = names.of(model.thisClass());
        List<String> supertypes = new ArrayList<>();
        model.superclass().map(names::of).ifPresent(supertypes::add);
        model.interfaces().forEach(type -> supertypes.add(names.of(type)));
        String source = model.findAttribute(Attributes.sourceFile())
                .map(SourceFileAttribute::sourceFile)
                .map(entry -> entry.stringValue())
                .orElse("");
        Map<String, ScannedMethod> methods = new LinkedHashMap<>();
        for (MethodModel each : model.methods()) {
            ScannedMethod method = method(name, each, names);
            if (methods.put(method.signature(), method) != null) {
                throw new IllegalArgumentException("a method twice");
            }
        }
        return new ScannedClass(name, source, supertypes, methods);
    }

    private ScannedMethod method(String owner, MethodModel method, Names names) {
        String name = method.methodName().stringValue();
        boolean isFixed = method.flags().has(AccessFlag.STATIC)
                || method.flags().has(AccessFlag.PRIVATE)
                || name.equals(CONSTRUCTOR);
        String descriptor = method.methodType().stringValue();
        allowance.take(name.length() + descriptor.length());
        List<Use> found = method.code()
                .map(code -> CodeScanner.uses(code, names, allowance))
                .orElse(List.of());
        return new ScannedMethod(owner, name, name + descriptor, isFixed, found);
    }
}
