package assay.runner.compile;

import assay.runner.frame.FromCompiler.Message;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What javac would let pass, or complain of at length: modules, and packages that are not a student's to add to. */
final class Policy implements TaskListener {
    private static final Set<String> TAKEN = Set.of("assay", "java", "jdk");

    private final Map<URI, String> paths;
    private final List<Message> messages = new ArrayList<>();

    /** A policy over those sources. */
    Policy(List<SourceText> sources) {
        this.paths = sources.stream().collect(Collectors.toUnmodifiableMap(SourceText::toUri, SourceText::path));
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.PARSE) {
            // javac hands out a wrapper of the source, so that it has to be told by its URI.
            CompilationUnitTree unit = event.getCompilationUnit();
            objection(unit).ifPresent(text -> messages.add(new Message(true, path(unit), 0, 0, text, "")));
        }
    }

    /** One error a file; empty if all is well. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    private String path(CompilationUnitTree unit) {
        return paths.getOrDefault(unit.getSourceFile().toUri(), "");
    }

    private static Optional<String> objection(CompilationUnitTree unit) {
        if (unit.getModule() != null) {
            return Optional.of("a module-info.java cannot be used here; leave it out");
        }
        return Optional.ofNullable(unit.getPackageName())
                .map(Tree::toString)
                .filter(name -> TAKEN.contains(name.split("\\.", 2)[0]))
                .map(name -> "package " + name + " is not yours to add to; choose another name");
    }
}
