package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A class in pictures. */
public record PicturesPage(Frame frame, Link back, String standing, ClassPictures pictures) {
    public PicturesPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(standing, "standing is null");
        requireNonNull(pictures, "pictures is null");
    }
}
