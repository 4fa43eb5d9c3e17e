package assay.runner.compile;

import assay.runner.frame.FromCompiler.Message;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What javac would let pass, or complain of at length: modules, and packages that are not a student's to add to. */
final class Policy implements TaskListener {
    private static final Set<String> TAKEN = Set.of("assay", "java", "jdk");

    private final List<Message> messages = new ArrayList<>();

    @Override
    public void finished(TaskEvent event) {
        CompilationUnitTree unit = event.getCompilationUnit();
        if (event.getKind() != TaskEvent.Kind.PARSE || !(event.getSourceFile() instanceof SourceText source)) {
            return;
        }
        ExpressionTree name = unit.getPackageName();
        if (unit.getModule() != null) {
            messages.add(error(source, "a module-info.java cannot be used here; leave it out"));
        } else if (name != null && TAKEN.contains(firstWord(name.toString()))) {
            messages.add(error(source, "package " + name + " is not yours to add to; choose another name"));
        }
    }

    /** One error a file; empty if all is well. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    private static String firstWord(String packageName) {
        return packageName.split("\\.", 2)[0];
    }

    private static Message error(SourceText source, String text) {
        return new Message(true, source.path(), 0, 0, text, "");
    }
}
