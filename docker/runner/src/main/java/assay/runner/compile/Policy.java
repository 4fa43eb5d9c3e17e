package assay.runner.compile;

import assay.runner.frame.FrameLimits;
import assay.runner.frame.FromCompiler.Message;
import assay.runner.frame.Text;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.FileObject;

/**
 * What javac would let pass, or complain of at length: modules, packages that are not a student's to add to, and names that
 * are too long for a frame.
 */
final class Policy implements TaskListener {
    private static final Set<String> TAKEN = Set.of("assay", "java", "jdk");

    /** Of a long name; enough to find it by. */
    private static final int SHOWN_BYTES = 100;

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
            objection(unit).ifPresent(text -> refuse(unit.getSourceFile(), text));
        }
    }

    /**
     * A class is about to be written.
     *
     * @param className binary name
     */
    void check(String className, FileObject source) {
        int bytes = className.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > FrameLimits.NAME_BYTES) {
            refuse(
                    source,
                    "the name of class " + shortened(className) + " takes " + bytes
                            + " bytes with its package; at most " + FrameLimits.NAME_BYTES + " are allowed");
        }
    }

    /** Errors; empty if all is well. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    private void refuse(FileObject source, String text) {
        messages.add(new Message(true, paths.getOrDefault(source.toUri(), ""), 0, 0, text, ""));
    }

    private static String shortened(String name) {
        return Text.capped(name, SHOWN_BYTES);
    }

    private static Optional<String> objection(CompilationUnitTree unit) {
        if (unit.getModule() != null) {
            return Optional.of("a module-info.java cannot be used here; leave it out");
        }
        return Optional.ofNullable(unit.getPackageName())
                .map(Tree::toString)
                .filter(name -> TAKEN.contains(name.split("\\.", 2)[0]))
                .map(name -> "package " + shortened(name) + " is not yours to add to; choose another name");
    }
}
