package assay.core.lms;

import assay.core.intake.ClassFiles;

/** How one platform lays out its download. */
sealed interface Layout permits MoodleLayout, CanvasLayout, GradescopeLayout {
    LmsSystem system();

    /** Whether the download looks like one of this platform's. */
    boolean fits(ClassFiles files);

    /** Finds out what is whose. */
    Gathering gather(ClassFiles files, LmsRequest request);
}
