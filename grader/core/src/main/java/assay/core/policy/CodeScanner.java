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
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the code of one method names. */
final class CodeScanner {
    private static final String CONSTRUCTOR = "<init>";

    /** Dynamic constants can be made of each other. */
    private static final int DEEPEST = 16;

    private final Names names;
    private final Allowance allowance;
    private final List<Use> uses = new ArrayList<>();
    /** By their places in the pool: hashes of names are a stranger's choice. */
    private final Map<Kind, BitSet> used = new EnumMap<>(Kind.class);

    private final BitSet bootstrapped = new BitSet();
    private final LastText text = new LastText();
    private int line;

    private CodeScanner(Names names, Allowance allowance) {
        this.names = names;
        this.allowance = allowance;
    }

    static List<Use> uses(CodeModel code, Names names, Allowance allowance) {
        CodeScanner scanner = new CodeScanner(names, allowance);
        code.forEach(scanner::visit);
        return scanner.uses;
    }

    private void visit(CodeElement element) {
        switch (element) {
            case LineNumber number -> line = number.line();
            case InvokeInstruction call -> call(call);
            case FieldInstruction field ->
                add(
                        Kind.FIELD,
                        field.field(),
                        names.of(field.owner()),
                        field.name().stringValue(),
                        "");
            case NewObjectInstruction made -> add(Kind.NEW, made.className(), names.of(made.className()), "", "");
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
        String owner = names.of(call.owner());
        String name = call.name().stringValue();
        if (Reflection.takesClassName(owner, name) && !text.isOnTop()) {
            add(Kind.COMPUTED_NAME, call.method(), owner, name, "");
        }
        boolean any = Reflection.givesMembers(owner, name);
        if (any || (Reflection.takesMemberName(owner, name) && !text.isLastOfStatement())) {
            add(Kind.COMPUTED_MEMBER, call.method(), owner, name, "");
        }
        add(Kind.CALL, call.method(), owner, name, call.type().stringValue());
    }

    private void type(ClassEntry type) {
        String name = names.element(type);
        if (!name.isEmpty()) {
            add(Kind.TYPE, type, name, "", "");
        }
    }

    private void constant(PoolEntry entry, int depth) {
        switch (entry) {
            case StringEntry text -> add(Kind.TEXT, text, names.dotted(text.utf8()), text.stringValue(), "");
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
        if (isFirst(dynamic, bootstrapped)) {
            handle(dynamic.bootstrap().bootstrapMethod());
            dynamic.bootstrap().arguments().forEach(argument -> {
                allowance.take(0); // many methods may share one list of them
                constant(argument, depth);
            });
        }
    }

    private void handle(MethodHandleEntry handle) {
        String owner = names.of(handle.reference().owner());
        String name = handle.reference().name().stringValue();
        String type = handle.reference().type().stringValue();
        boolean isField = !type.startsWith("(");
        if (name.equals(CONSTRUCTOR)) {
            add(Kind.NEW, handle.reference(), owner, "", "");
        }
        add(isField ? Kind.FIELD : Kind.CALL, handle.reference(), owner, name, isField ? "" : type);
    }

    /** Once a method, at the first line. */
    private void add(Kind kind, PoolEntry entry, String owner, String member, String descriptor) {
        if (isFirst(entry, used.computeIfAbsent(kind, _ -> new BitSet()))) {
            allowance.take((long) owner.length() + member.length() + descriptor.length());
            uses.add(new Use(kind, owner, member, descriptor, line));
        }
    }

    private static boolean isFirst(PoolEntry entry, BitSet seen) {
        boolean first = !seen.get(entry.index());
        seen.set(entry.index());
        return first;
    }
}
