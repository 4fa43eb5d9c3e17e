package assay.core.intake;

import assay.core.intake.Gathered.GatheredFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads what a class's download holds of one student: files, or the one archive that was handed in. */
final class PieceReader {
    private final IntakeLimits limits;

    PieceReader(IntakeLimits limits) {
        this.limits = limits;
    }

    SourceCollector read(List<GatheredFile> files) throws Refusal {
        SourceCollector collector = new SourceCollector(limits);
        for (GatheredFile file : files) {
            collector.countEntry();
            EntryPath path = EntryPath.of(file.path(), limits);
            if (file.file().isSpecial() && FileKind.of(path) != FileKind.IGNORED) {
                throw EntryPath.refused(path.value(), "is a link or a device, not a file");
            }
            if (collector.meet(path)) {
                add(collector, path, file);
            }
        }
        Optional<GatheredFile> only = onlyArchive(files, collector);
        return only.isPresent() ? unpacked(only.get()) : collector;
    }

    private static void add(SourceCollector collector, EntryPath path, GatheredFile file) throws Refusal {
        try (InputStream in = file.file().open()) {
            collector.add(path, in);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException unreadable) {
            throw new Refusal(Shown.quoted(path.value()) + " " + Bytes.why(unreadable));
        }
    }

    private static Optional<GatheredFile> onlyArchive(List<GatheredFile> files, SourceCollector collector) {
        if (collector.hasSources() || collector.archives().size() != 1) {
            return Optional.empty();
        }
        String name = collector.archives().getFirst();
        return ArchiveFormat.of(name)
                .flatMap(format ->
                        files.stream().filter(file -> file.path().equals(name)).findFirst());
    }

    /** One level and no more: an archive in this one is left unopened. */
    private SourceCollector unpacked(GatheredFile archive) throws Refusal {
        ArchiveFormat format = ArchiveFormat.of(archive.path()).orElseThrow();
        SourceCollector collector = new SourceCollector(limits);
        byte[] bytes;
        try (InputStream in = archive.file().open()) {
            bytes = Bytes.read(in, limits.archive().bytes(), "The archive");
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException unreadable) {
            throw new Refusal("The archive " + Bytes.why(unreadable));
        }
        new ArchiveReader(limits).read(bytes, format, collector);
        return collector;
    }
}
