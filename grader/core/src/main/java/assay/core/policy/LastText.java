package assay.core.policy;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.List;

/**
 * Whether the text that a call is given is written down where it is made: as far as one can tell by reading on, without a
 * stack. Says "no" rather than "yes" where it cannot: a text that came by a variable, or one of two.
 */
final class LastText {
    /** What a value may be said to be that is a text. */
    private static final List<String> TYPES = List.of("java/lang/String", "java/lang/Object");

    /** Whether the last instruction was such a text. */
    private boolean onTop;

    /** Whether the last text that was made since a statement began was such a text; others may lie upon it. */
    private boolean lastOfStatement;

    boolean isOnTop() {
        return onTop;
    }

    boolean isLastOfStatement() {
        return lastOfStatement;
    }

    void after(CodeElement element) {
        switch (element) {
            case LoadConstantInstruction constant -> {
                onTop = constant.constantEntry() instanceof StringEntry;
                // Of a class, it is what the text belongs to; of anything dynamic, nobody knows what it is.
                lastOfStatement = onTop || (lastOfStatement && constant.constantEntry() instanceof ClassEntry);
            }
            case InvokeInstruction call -> returned(call.type().stringValue());
            case InvokeDynamicInstruction call -> returned(call.type().stringValue());
            case FieldInstruction field -> {
                String type = field.type().stringValue();
                made(TYPES.stream().anyMatch(text -> type.equals("L" + text + ";")));
            }
            case TypeCheckInstruction check -> made(TYPES.contains(check.type().asInternalName()));
            case ArrayLoadInstruction _ -> forget();
            case StoreInstruction _ -> forget();
            case BranchInstruction _ -> forget();
            case LabelTarget _ -> forget(); // where one comes from elsewhere, perhaps with another text
            case Instruction _ -> onTop = false;
            default -> {
                // Of a debugger's.
            }
        }
    }

    private void returned(String descriptor) {
        made(descriptor.endsWith(")V") || TYPES.stream().anyMatch(text -> descriptor.endsWith(")L" + text + ";")));
    }

    private void made(boolean mayBeText) {
        onTop = false;
        lastOfStatement &= !mayBeText;
    }

    private void forget() {
        onTop = false;
        lastOfStatement = false;
    }
}
