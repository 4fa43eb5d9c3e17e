package assay.core.intake;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Digests;
import assay.core.domain.Extension;
import assay.core.domain.Notice;
import assay.core.domain.SourceFile;
import assay.core.domain.Submission;
import assay.core.intake.Gathered.GatheredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One student of a class; what was handed in stays on disk until it is read. Immutable, and safe to share. */
public final class SubmissionEntry {
    /** Whoever packs the archive could write any time into it; a folder is the teacher's. */
    private static final Notice NOT_BELIEVED = new Notice(
            "A submission.yaml inside an archive is not believed; the time belongs into submissions.csv, or into a"
                    + " submission.yaml beside the archive.");

    private final String student;
    private final Handed handed;
    private final Optional<HandIn> listed;
    private final Optional<Extension> granted;
    private final IntakeLimits limits;

    /**
     * @param listed what {@code submissions.csv} says; wins over the student's own {@code submission.yaml}
     * @param granted an extension that wins over any other
     */
    SubmissionEntry(
            String student, Handed handed, Optional<HandIn> listed, Optional<Extension> granted, IntakeLimits limits) {
        this.student = requireNonNull(student, "student is null");
        this.handed = requireNonNull(handed, "handed is null");
        this.listed = requireNonNull(listed, "listed is null");
        this.granted = requireNonNull(granted, "granted is null");
        this.limits = requireNonNull(limits, "limits is null");
    }

    public String student() {
        return student;
    }

    /** Reads it, anew at each call and keeping nothing. Whatever was handed in, this returns. */
    public Intake read() {
        return switch (handed) {
            case Handed.Folder(Path path) -> readFolder(path);
            case Handed.Pieces(List<GatheredFile> files) -> readPieces(files);
            case Handed.Archive(Path path, ArchiveFormat format) -> readArchive(path, format);
            case Handed.Unusable(String reason, Instant seen) ->
                refused(listed.orElseGet(() -> HandIn.guessed(seen, "what is there")), reason);
        };
    }

    private Intake readFolder(Path path) {
        SourceCollector collector = new SourceCollector(limits);
        FolderScan scan = FolderScan.of(path, limits, collector);
        HandIn handIn = listed.orElseGet(() -> HandIn.guessed(scan.newest(), "the newest file"));
        try {
            if (listed.isEmpty() && scan.handIn().isPresent()) {
                handIn = SubmissionYaml.read(scan.handIn().get());
            }
            if (scan.refusal().isPresent()) {
                throw scan.refusal().get();
            }
            for (FolderScan.Wanted wanted : scan.wanted()) {
                read(wanted, collector);
            }
            Optional<Handed.Archive> only = onlyArchive(path, collector);
            return only.isPresent() ? archive(only.get(), handIn) : accepted(handIn, collector);
        } catch (Refusal refusal) {
            return refused(handIn, refusal.reason());
        }
    }

    private void read(FolderScan.Wanted wanted, SourceCollector collector) throws Refusal {
        try (InputStream in = Files.newInputStream(wanted.file(), LinkOption.NOFOLLOW_LINKS)) {
            collector.add(wanted.path(), in);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException unreadable) {
            throw new Refusal(Shown.quoted(wanted.path().value()) + " " + Bytes.why(unreadable));
        }
    }

    /** As courses' systems give it out: a folder for each student, and in it the archive that was handed in. */
    private static Optional<Handed.Archive> onlyArchive(Path folder, SourceCollector collector) {
        if (collector.hasSources() || collector.archives().size() != 1) {
            return Optional.empty();
        }
        String name = collector.archives().getFirst();
        return ArchiveFormat.of(name).map(format -> new Handed.Archive(folder.resolve(name), format));
    }

    /** Of a system's download, whose times stand in {@code listed}. */
    private Intake readPieces(List<GatheredFile> files) {
        HandIn handIn = listed.orElseThrow();
        try {
            SourceCollector collector = new PieceReader(limits).read(files);
            return accepted(handIn, collector);
        } catch (Refusal refusal) {
            return refused(handIn, refusal.reason());
        }
    }

    private Intake readArchive(Path path, ArchiveFormat format) {
        HandIn handIn = listed.orElseGet(() -> HandIn.guessed(FileTimes.of(path), "the archive"));
        return archive(new Handed.Archive(path, format), handIn);
    }

    private Intake archive(Handed.Archive archive, HandIn handIn) {
        SourceCollector collector = new SourceCollector(limits);
        try {
            new ArchiveReader(limits).read(archive.path(), archive.format(), collector);
            boolean doubted = collector.hasClaim() && listed.isEmpty();
            return accepted(doubted ? handIn.withNotice(NOT_BELIEVED) : handIn, collector);
        } catch (Refusal refusal) {
            return refused(handIn, refusal.reason());
        }
    }

    private Intake accepted(HandIn handIn, SourceCollector collector) throws Refusal {
        List<SourceFile> sources = collector.sources();
        List<Notice> notices = new ArrayList<>(handIn.notices());
        notices.addAll(collector.notices(sources));
        return new Intake.Accepted(new Submission(
                student,
                handIn.submittedAt(),
                handIn.withGranted(granted).extension(),
                sources,
                collector.documents(),
                digest(sources, collector.documents()),
                notices));
    }

    private static String digest(List<SourceFile> sources, List<SourceFile> documents) {
        return Digests.ofFields(Stream.concat(sources.stream(), documents.stream())
                .flatMap(source -> Stream.of(source.path(), source.text()))
                .toList());
    }

    private Intake refused(HandIn handIn, String reason) {
        return new Intake.Refused(
                student, handIn.submittedAt(), handIn.withGranted(granted).extension(), reason, handIn.notices());
    }
}
