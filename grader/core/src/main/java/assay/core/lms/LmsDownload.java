package assay.core.lms;

import assay.core.domain.Notice;
import assay.core.intake.ClassFiles;
import assay.core.intake.FolderOpening;
import assay.core.intake.GatheredClass;
import assay.core.intake.PlainDownload;
import assay.core.intake.SubmissionEntry;
import assay.core.intake.SubmissionFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens what a platform gave out for a class: a folder or one zip, whosoever's files they are. */
public final class LmsDownload {
    private static final List<Layout> LAYOUTS = List.of(new GradescopeLayout(), new MoodleLayout(), new CanvasLayout());

    private LmsDownload() {}

    /** Nothing is unpacked and no submission read: that comes with {@link SubmissionEntry#read}, one at a time. */
    public static LmsClass open(LmsRequest request) {
        Path path = request.intake().folder();
        boolean plain = request.from().filter(LmsSystem.PLAIN::equals).isPresent();
        if (Files.isDirectory(path) ? plain : !ClassFiles.isClassZip(path)) {
            return folder(request);
        }
        return switch (ClassFiles.of(path)) {
            case ClassFiles.Listing.Invalid(List<String> problems) ->
                // An ordinary folder has its own way to say what is wrong, and to whom.
                Files.isDirectory(path) && request.from().isEmpty()
                        ? folder(request)
                        : invalid(request.from().orElse(LmsSystem.PLAIN), problems);
            case ClassFiles.Listing.Listed(ClassFiles files) -> open(request, files.unwrapped(), files);
        };
    }

    private static LmsClass open(LmsRequest request, ClassFiles inner, ClassFiles files) {
        Optional<Layout> layout = LAYOUTS.stream()
                .filter(one ->
                        request.from().map(one.system()::equals).orElseGet(() -> one.fits(files) || one.fits(inner)))
                .findFirst();
        if (layout.isPresent()) {
            return gathered(layout.get(), layout.get().fits(files) ? files : inner, request);
        }
        if (Files.isDirectory(request.intake().folder())) {
            return folder(request);
        }
        PlainDownload plain = PlainDownload.of(files);
        FolderOpening opening = GatheredClass.open(request.intake(), plain.gathered(), plain.warnings());
        return named(opening);
    }

    private static LmsClass gathered(Layout layout, ClassFiles files, LmsRequest request) {
        Gathering gathering = layout.gather(files, request);
        if (!gathering.problems().isEmpty()) {
            return invalid(layout.system(), gathering.problems());
        }
        List<Notice> warnings = gathering.warnings();
        FolderOpening opening = GatheredClass.open(request.intake(), gathering.gathered(), warnings);
        return new LmsClass(layout.system(), opening, gathering.students());
    }

    private static LmsClass folder(LmsRequest request) {
        return named(SubmissionFolder.open(request.intake()));
    }

    private static LmsClass named(FolderOpening opening) {
        return switch (opening) {
            case FolderOpening.Opened opened ->
                new LmsClass(
                        LmsSystem.PLAIN,
                        opening,
                        opened.entries().stream()
                                .map(SubmissionEntry::student)
                                .map(LmsStudent::plain)
                                .toList());
            case FolderOpening.Invalid invalid -> new LmsClass(LmsSystem.PLAIN, invalid, List.of());
        };
    }

    private static LmsClass invalid(LmsSystem system, List<String> problems) {
        return new LmsClass(system, new FolderOpening.Invalid(problems), List.of());
    }
}
