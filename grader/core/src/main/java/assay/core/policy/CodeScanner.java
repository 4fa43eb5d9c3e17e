package assay.core.policy;

import assay.core.policy.Use.Kind;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.DynamicConstantPoolEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the code of one method names. */
final class CodeScanner {
    private static final String CONSTRUCTOR = "<init>";

    /** Dynamic constants can be made of each other. */
    private static final int DEEPEST = 16;

    private final Map<Use, Use> uses = new HashMap<>();
    private final List<Use> inOrder = new ArrayList<>();
    private final Set<PoolEntry> seen = new HashSet<>();
    private final LastText text = new LastText();
    private int line;

    private CodeScanner() {}

    static List<Use> uses(CodeModel code) {
        CodeScanner scanner = new CodeScanner();
        code.forEach(scanner::visit);
        return scanner.inOrder;
    }

    private void visit(CodeElement element) {
        switch (element) {
            case LineNumber number -> line = number.line();
            case InvokeInstruction call -> call(call);
            case FieldInstruction field ->
                add(new Use(
                        Kind.FIELD,
                        ClassScanner.name(field.owner()),
                        field.name().stringValue(),
                        "",
                        line));
            case NewObjectInstruction made -> add(new Use(Kind.NEW, ClassScanner.name(made.className()), "", "", line));
            case TypeCheckInstruction check -> type(check.type());
            case NewReferenceArrayInstruction array -> type(array.componentType());
            case NewMultiArrayInstruction array -> type(array.arrayType());
            case ExceptionCatch caught -> caught.catchType().ifPresent(this::type);
            case LoadConstantInstruction constant -> constant(constant.constantEntry(), 0);
            case InvokeDynamicInstruction dynamic -> bootstrap(dynamic.invokedynamic(), 0);
            default -> {
                // Names nothing.
            }
        }
        text.after(element);
    }

    private void call(InvokeInstruction call) {
        String owner = ClassScanner.name(call.owner());
        String name = call.name().stringValue();
        if (Reflection.takesClassName(owner, name) && !text.isOnTop()) {
            add(new Use(Kind.COMPUTED_NAME, owner, name, "", line));
        }
        boolean any = Reflection.givesMembers(owner, name);
        if (any || (Reflection.takesMemberName(owner, name) && !text.isLastOfStatement())) {
            add(new Use(Kind.COMPUTED_MEMBER, owner, name, "", line));
        }
        add(new Use(Kind.CALL, owner, name, call.type().stringValue(), line));
    }

    private void type(ClassEntry type) {
        String name = ClassScanner.name(type);
        int dimensions = name.lastIndexOf('[') + 1;
        if (dimensions == 0) {
            add(Use.type(name, line));
        } else if (name.startsWith("L", dimensions) && name.endsWith(";")) {
            add(Use.type(name.substring(dimensions + 1, name.length() - 1), line));
        }
    }

    private void constant(PoolEntry entry, int depth) {
        switch (entry) {
            case StringEntry text -> add(new Use(Kind.TEXT, "", text.stringValue(), "", line));
            case ClassEntry type -> type(type);
            case MethodHandleEntry handle -> handle(handle);
            case DynamicConstantPoolEntry dynamic -> bootstrap(dynamic, depth + 1);
            default -> {
                // A number, or the type of a method.
            }
        }
    }

    /** A lambda, a method reference, a joined text: what makes it, and out of what. */
    private void bootstrap(DynamicConstantPoolEntry dynamic, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("constants nest too deeply");
        }
        if (seen.add(dynamic)) {
            handle(dynamic.bootstrap().bootstrapMethod());
            dynamic.bootstrap().arguments().forEach(argument -> constant(argument, depth));
        }
    }

    private void handle(MethodHandleEntry handle) {
        String owner = ClassScanner.name(handle.reference().owner());
        String name = handle.reference().name().stringValue();
        String type = handle.reference().type().stringValue();
        boolean isField = !type.startsWith("(");
        if (name.equals(CONSTRUCTOR)) {
            add(new Use(Kind.NEW, owner, "", "", line));
        }
        add(new Use(isField ? Kind.FIELD : Kind.CALL, owner, name, isField ? "" : type, line));
    }

    /** Once a method, at the first line. */
    private void add(Use use) {
        Use anywhere = new Use(use.kind(), use.owner(), use.member(), use.descriptor(), 0);
        if (uses.putIfAbsent(anywhere, use) == null) {
            inOrder.add(use);
        }
    }
}
