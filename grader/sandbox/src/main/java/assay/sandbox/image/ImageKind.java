package assay.sandbox.image;

import java.util.Locale;

/** The two images; the lower-case name is also the target in the Dockerfile and the folder that RootFs.java makes. */
enum ImageKind {
    RUN,
    COMPILE;

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
