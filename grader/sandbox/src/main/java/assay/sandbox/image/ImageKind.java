package assay.sandbox.image;

import java.util.List;
import java.util.Locale;

/** The images: of sandboxes two, and one that trains; the lower-case name is also the target in the Dockerfile and the folder that RootFs.java makes. */
enum ImageKind {
    RUN,
    COMPILE,
    TRAIN;

    /** What every installation needs. */
    static final List<ImageKind> SANDBOX = List.of(RUN, COMPILE);

    /** Label of our images, with {@link #target} as its value. */
    static final String LABEL = "assay.image";

    String target() {
        return name().toLowerCase(Locale.ROOT);
    }

    String repository() {
        return "assay-" + target();
    }

    String tag(String name) {
        return repository() + ":" + name;
    }
}
