package assay.core.intake;

import assay.core.domain.DataSize;
import assay.core.domain.Notice;
import assay.core.domain.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers the sources of one submission and keeps to the limits, wherever the files come from. */
final class SourceCollector {
    private static final int SHOWN = 3;
    private static final int MOST_DOCUMENTS = 20;
    private static final DataSize LARGEST_DOCUMENT = DataSize.ofKibibytes(256);

    private final IntakeLimits limits;
    private final List<SourceFile> sources = new ArrayList<>();
    private final List<SourceFile> built = new ArrayList<>();
    private final List<SourceFile> documents = new ArrayList<>();
    private final List<Notice> unread = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> archives = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> folded = new HashSet<>();
    private boolean claimed;
    private int entries;
    private int files;
    private long text;

    SourceCollector(IntakeLimits limits) {
        this.limits = limits;
    }

    /** Counts a file or folder of whatever kind. */
    void countEntry() throws Refusal {
        entries++;
        if (entries > limits.entries()) {
            throw new Refusal("There are more than " + limits.entries() + " files and folders.");
        }
    }

    /**
     * Takes note of a file.
     *
     * @return whether its text is wanted by {@link #add}
     */
    boolean meet(EntryPath path) throws Refusal {
        FileKind kind = FileKind.of(path);
        if (kind != FileKind.IGNORED && !seen.add(path.value())) {
            throw EntryPath.refused(path.value(), "is there twice");
        }
        switch (kind) {
            case SOURCE, BUILT_SOURCE -> meetSource(path);
            case ARCHIVE -> archives.add(path.value());
            case OTHER -> leftOut.add(path.value());
            case HAND_IN -> claimed = true;
            case DOCUMENT, IGNORED -> {}
        }
        return switch (kind) {
            case SOURCE, BUILT_SOURCE, DOCUMENT -> true;
            case ARCHIVE, OTHER, HAND_IN, IGNORED -> false;
        };
    }

    private void meetSource(EntryPath path) throws Refusal {
        path.requirePortable();
        if (!folded.add(StudentIds.fold(path.value()))) {
            throw EntryPath.refused(path.value(), "differs from another only in upper and lower case");
        }
        files++;
        if (files > limits.files()) {
            throw new Refusal("There are more than " + limits.files() + " Java files.");
        }
    }

    /** @param in read to its end, or to the limit */
    void add(EntryPath path, InputStream in) throws IOException {
        byte[] bytes = Bytes.read(in, limits.file().bytes(), Shown.quoted(path.value()));
        if (FileKind.of(path) == FileKind.DOCUMENT) {
            addDocument(path, bytes);
            return;
        }
        text += bytes.length;
        if (text > limits.text().bytes()) {
            throw new Refusal("The Java files together are larger than " + limits.text() + ".");
        }
        SourceFile source = new SourceFile(path.value(), SourceText.decode(path.value(), bytes));
        (FileKind.of(path) == FileKind.SOURCE ? sources : built).add(source);
    }

    /** What is wrong with a document costs what is asked of it and nothing else. */
    private void addDocument(EntryPath path, byte[] bytes) {
        String why = bytes.length > LARGEST_DOCUMENT.bytes()
                ? "larger than " + LARGEST_DOCUMENT + "."
                : documents.size() == MOST_DOCUMENTS
                        ? "one of more than " + MOST_DOCUMENTS + " documents."
                        : switch (SourceText.decode(bytes)) {
                            case Parsed.Bad<String>(String bad) -> bad;
                            case Parsed.Value<String>(String value) -> {
                                documents.add(new SourceFile(path.value(), value));
                                yield "";
                            }
                        };
        if (!why.isEmpty()) {
            unread.add(new Notice("Left out, since " + Shown.quoted(path.value()) + " is " + why));
        }
    }

    /** Answers and texts that were handed in, ordered by path. */
    List<SourceFile> documents() {
        return documents.stream().sorted(Comparator.comparing(SourceFile::path)).toList();
    }

    /** Archives met, which stay unopened. */
    List<String> archives() {
        return List.copyOf(archives);
    }

    /** Whether a {@code submission.yaml} was met, wherever. */
    boolean hasClaim() {
        return claimed;
    }

    boolean hasSources() {
        return !sources.isEmpty() || !built.isEmpty();
    }

    /** All that was handed in, ordered by path. */
    List<SourceFile> sources() throws Refusal {
        List<SourceFile> kept = new ArrayList<>(sources.isEmpty() ? built : sources);
        if (kept.isEmpty() && documents.isEmpty()) {
            throw new Refusal(nothingToGrade());
        }
        kept.sort(Comparator.comparing(SourceFile::path));
        for (SourceFile source : kept) {
            String path = StudentIds.fold(source.path());
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                if (folded.contains(path.substring(0, slash))) {
                    throw EntryPath.refused(source.path(), "lies in a folder that is also a file");
                }
            }
        }
        return kept;
    }

    private String nothingToGrade() {
        if (!archives.isEmpty()) {
            return "There is no Java source but another archive, " + Shown.few(archives, SHOWN)
                    + ". Please hand in the sources themselves, in one folder or one archive.";
        }
        return leftOut.isEmpty()
                ? "The submission is empty."
                : "There is no Java source (.java); there is only " + Shown.few(leftOut, SHOWN) + ".";
    }

    /** What a person should know about the sources kept. */
    List<Notice> notices(List<SourceFile> kept) {
        List<String> without = new ArrayList<>(leftOut);
        without.addAll(archives);
        if (!sources.isEmpty()) {
            built.forEach(source -> without.add(source.path()));
        }
        List<Notice> notices = new ArrayList<>(unread);
        if (!without.isEmpty()) {
            without.sort(Comparator.naturalOrder());
            notices.add(new Notice("Only Java sources are graded, and none in a folder of tests. Left out: "
                    + Shown.few(without, SHOWN) + "."));
        }
        notices.addAll(HiddenText.notices(kept));
        return notices;
    }
}
