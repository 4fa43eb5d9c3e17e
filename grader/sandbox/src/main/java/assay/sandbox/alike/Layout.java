package assay.sandbox.alike;

import assay.core.alike.Work;
import assay.core.domain.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Submissions as folders, under names of our own: nothing that a student chose becomes the name of a file. */
final class Layout {
    private static final List<String> WITHOUT_CODE = List.of("module-info.java", "package-info.java");

    private final Path works;
    private final Optional<Path> given;
    private final Map<String, Laid> byFolder = new HashMap<>();

    /** What is left in memory of a submission: its files lie in the folder. */
    record Laid(String id, List<String> paths) {
        /** The path that a file had. */
        String path(String file) {
            return paths.get(Integer.parseInt(file.replaceFirst("^f", "").replaceFirst("\\.java$", "")));
        }
    }

    private Layout(Path works, Optional<Path> given) {
        this.works = works;
        this.given = given;
    }

    static Layout of(Path folder, Iterable<Work> works, List<SourceFile> given) throws IOException {
        Optional<Path> base = given.stream().anyMatch(Layout::code)
                ? Optional.of(Files.createDirectory(folder.resolve("given")))
                : Optional.empty();
        Layout layout = new Layout(Files.createDirectory(folder.resolve("works")), base);
        if (base.isPresent()) {
            write(base.get(), given);
        }
        for (Work work : works) {
            String name = "w" + layout.byFolder.size();
            layout.byFolder.put(
                    name,
                    new Laid(
                            work.id(),
                            work.sources().stream().map(SourceFile::path).toList()));
            write(Files.createDirectory(layout.works.resolve(name)), work.sources());
        }
        return layout;
    }

    private static void write(Path folder, List<SourceFile> sources) throws IOException {
        for (int i = 0; i < sources.size(); i++) {
            if (code(sources.get(i))) {
                Files.writeString(
                        folder.resolve("f" + i + ".java"), sources.get(i).text());
            }
        }
    }

    private static boolean code(SourceFile source) {
        return WITHOUT_CODE.stream()
                .noneMatch(name -> source.path().equals(name) || source.path().endsWith("/" + name));
    }

    Path works() {
        return works;
    }

    Optional<Path> given() {
        return given;
    }

    Laid work(String folder) {
        return Optional.ofNullable(byFolder.get(folder))
                .orElseThrow(() -> new IllegalArgumentException("there is no submission " + folder));
    }
}
